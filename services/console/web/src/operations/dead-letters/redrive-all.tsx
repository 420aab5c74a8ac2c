import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { redriveAll } from '../queries.ts';
import { useLetterTexts } from './texts.ts';
import { useSettled } from './use-settled.ts';

/** Gives everything in a queue back to where it came from. */
export const RedriveAll = ({ queue }: { readonly queue: string }) => {
  const t = useLetterTexts();
  const [isAsking, dialog] = useDisclosure();
  const settling = useSettled(
    () => redriveAll(queue),
    ({ moved, isDone }) => [t('back.doneAll', { count: moved }), ...(isDone ? [] : [t('back.more')])].join('. '),
    dialog.close,
  );
  return (
    <>
      <Button onClick={dialog.open}>{t('back.all')}</Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('back.allTitle')}
        confirm={t('back.all')}
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
