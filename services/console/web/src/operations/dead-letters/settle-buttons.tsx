import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { discardLetter, redriveLetter } from '../queries.ts';
import type { Queue } from './letter.ts';
import { useLetterTexts } from './texts.ts';
import { useSettled } from './use-settled.ts';

/** What may become of the letters of a queue. */
export type Ways = Pick<Queue, 'takesBack' | 'mayBeDiscarded'>;

interface LetterProps {
  readonly queue: string;
  readonly messageId: string;
}

/** What can be done with one letter. */
export const SettleButtons = ({ ways, ...letter }: LetterProps & { readonly ways: Ways }) => {
  const t = useLetterTexts();
  return (
    <Group gap="xs">
      {ways.takesBack ? (
        <GiveBack {...letter} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('back.noQueue')}
        </Text>
      )}
      {ways.mayBeDiscarded && <Discard {...letter} />}
    </Group>
  );
};

const GiveBack = ({ queue, messageId }: LetterProps) => {
  const t = useLetterTexts();
  const [isAsking, dialog] = useDisclosure();
  const settling = useSettled(
    () => redriveLetter(queue, messageId),
    () => t('back.done'),
    dialog.close,
  );
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('back.one')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('back.oneTitle')}
        confirm={t('back.one')}
        isBusy={settling.isPending}
        error={settling.error}
        onConfirm={() => settling.mutate()}
        onClose={dialog.close}
      >
        <Text size="sm">{t('back.text', { queue })}</Text>
        <Text size="sm">{t('back.twice')}</Text>
      </ConfirmDialog>
    </>
  );
};

const Discard = ({ queue, messageId }: LetterProps) => {
  const t = useLetterTexts();
  const [isAsking, dialog] = useDisclosure();
  const settling = useSettled(
    () => discardLetter(queue, messageId),
    () => t('discard.done'),
    dialog.close,
  );
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={dialog.open}>
        {t('discard.one')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('discard.title')}
        confirm={t('discard.one')}
        isDangerous
        isBusy={settling.isPending}
        error={settling.error}
        onConfirm={() => settling.mutate()}
        onClose={dialog.close}
      >
        <Text size="sm">{t('discard.text')}</Text>
      </ConfirmDialog>
    </>
  );
};
