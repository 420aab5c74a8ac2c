import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { Allowed } from '../../common/allowed.tsx';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { cancelImport } from './queries.ts';
import { useImportTexts } from './texts.ts';
import { useChangeSeen } from './use-change-seen.ts';

export const StopButton = ({ importId }: { readonly importId: string }) => {
  const t = useImportTexts();
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure();
  const cancel = useMutation({
    mutationFn: () => cancelImport(importId),
    onSuccess: () => {
      asking.close();
      void queries.invalidateQueries({ queryKey: ['audience', 'imports', importId] });
    },
  });
  const isStopping = useChangeSeen(importId, cancel);
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button variant="default" disabled={!may} loading={isStopping} onClick={asking.open}>
            {t('live.stop')}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsking}
        title={t('stop.title')}
        confirm={t('stop.do')}
        isDangerous
        isBusy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate()}
        onClose={asking.close}
      >
        <Text size="sm">{t('stop.text')}</Text>
      </ConfirmDialog>
    </>
  );
};
