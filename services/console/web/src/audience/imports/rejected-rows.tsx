import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileAlert } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { useFormats } from '../../common/format.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import type { Import } from '../model.ts';
import { readImport } from './queries.ts';
import { useImportTexts } from './texts.ts';

/** The rows that were left out, to be corrected. The address of the file is good for minutes, so it is asked for when it is wanted. */
export const RejectedRows = ({ of: { importId, rejected } }: { readonly of: Import }) => {
  const t = useImportTexts();
  const formats = useFormats();
  const download = useMutation({
    mutationFn: async () => {
      const { rejectedRowsUrl } = await readImport(importId);
      if (rejectedRowsUrl !== undefined) location.assign(rejectedRowsUrl);
    },
  });
  return (
    <Alert
      color="orange"
      icon={<IconFileAlert aria-hidden />}
      title={t('end.rejected', { count: rejected, written: formats.count(rejected) })}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('end.rejectedAbout')}</Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('end.download')}
        </Button>
        <ProblemAlert error={download.error} />
      </Stack>
    </Alert>
  );
};
