import { Button, Group, Loader, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';

import { Allowed } from '../../common/allowed.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { saveJson } from '../save-json.ts';
import { exportQuery, requestExport } from './queries.ts';
import { useContactTexts } from './texts.ts';

/** Gathers what every service holds of somebody, and hands it over as a file. */
export const ExportContact = ({ contactId }: { readonly contactId: string }) => {
  const t = useContactTexts();
  const request = useMutation({ mutationFn: () => requestExport(contactId) });
  const exportId = request.data?.exportId ?? '';
  const gathered = useQuery(exportQuery(contactId, exportId));
  const { data } = gathered;
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} miw={220}>
          {t('export.about')}
        </Text>
        <Allowed role="author">
          {(may) => (
            <Button
              variant="default"
              disabled={!may}
              loading={request.isPending || data?.status === 'gathering'}
              onClick={() => request.mutate()}
            >
              {t('export.do')}
            </Button>
          )}
        </Allowed>
      </Group>
      {data?.status === 'gathering' && (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t('export.gathering', { missing: data.missing.join(', ') })}</Text>
        </Group>
      )}
      {data?.status === 'complete' && (
        <Group role="status">
          <Text size="sm">{t('export.ready')}</Text>
          <Button
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => saveJson(`${contactId}.json`, data)}
          >
            {t('export.download')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={request.error ?? gathered.error} />
    </>
  );
};
