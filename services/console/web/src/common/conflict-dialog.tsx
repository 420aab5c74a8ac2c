import { Button, Modal, Stack, Text } from '@mantine/core';

import { ProblemAlert } from './problem-alert.tsx';
import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly opened: boolean;
  /** While theirs is being read: nothing else can be chosen meanwhile. */
  readonly isTaking?: boolean;
  /** Why theirs could not be read. */
  readonly error?: unknown;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onLater: () => void;
}

/** Two people have changed the same thing: the second one chooses, and nothing is lost before. */
export const ConflictDialog = ({ opened, isTaking = false, error, onMine, onTheirs, onLater }: Props) => {
  const t = useSharedTexts();
  // A dialog that fades away is still there for the second click of two: it would save once more, over what the first has saved.
  const once = (choose: () => void) => () => {
    if (opened && !isTaking) choose();
  };
  return (
    <Modal
      opened={opened}
      onClose={once(onLater)}
      title={t('conflict.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close'), disabled: isTaking }}
    >
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        <ProblemAlert error={error} />
        <Button disabled={isTaking} onClick={once(onMine)}>
          {t('conflict.mine')}
        </Button>
        <Button variant="default" loading={isTaking} onClick={once(onTheirs)}>
          {t('conflict.theirs')}
        </Button>
        <Button variant="subtle" disabled={isTaking} onClick={once(onLater)}>
          {t('conflict.later')}
        </Button>
      </Stack>
    </Modal>
  );
};
