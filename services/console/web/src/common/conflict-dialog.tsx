import { Button, Modal, Stack, Text } from '@mantine/core';

import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly opened: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onLater: () => void;
}

/** Two people have changed the same thing: the second one chooses, and nothing is lost before. */
export const ConflictDialog = ({ opened, onMine, onTheirs, onLater }: Props) => {
  const t = useSharedTexts();
  return (
    <Modal
      opened={opened}
      onClose={onLater}
      title={t('conflict.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        <Button onClick={onMine}>{t('conflict.mine')}</Button>
        <Button variant="default" onClick={onTheirs}>
          {t('conflict.theirs')}
        </Button>
        <Button variant="subtle" onClick={onLater}>
          {t('conflict.later')}
        </Button>
      </Stack>
    </Modal>
  );
};
