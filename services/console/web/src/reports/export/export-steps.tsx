import { Alert, Button, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileAlert } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useFormats } from '../../common/format.ts';
import { ApiProblem } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import type { RunExport } from '../model.ts';
import { exportQuery, requestExport } from '../queries.ts';
import { useExportTexts } from './texts.ts';

interface Props {
  readonly runId: string;
  readonly exportId: string | undefined;
  /** Told an id, or nothing when another file is wanted. */
  readonly onBegun: (exportId: string) => void;
}

export const ExportSteps = ({ runId, exportId, onBegun }: Props) => {
  const { data, error, refetch } = useQuery(exportQuery(runId, exportId));
  // It has been forgotten after a week: then another one is asked for.
  const isForgotten = error instanceof ApiProblem && error.status === 404;
  if (exportId === undefined || isForgotten) return <Begin runId={runId} onBegun={onBegun} />;
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.status === 'building') return <Building since={data?.requestedAt} />;
  return <Ended of={data} onAgain={() => onBegun('')} />;
};

const Begin = ({ runId, onBegun }: Pick<Props, 'runId' | 'onBegun'>) => {
  const t = useExportTexts();
  const [format, setFormat] = useState<'csv' | 'ndjson'>('csv');
  const begin = useMutation({
    mutationFn: () => requestExport(runId, format),
    onSuccess: ({ exportId }) => onBegun(exportId),
  });
  return (
    <Stack>
      <Text size="sm">{t('about')}</Text>
      <Radio.Group
        label={t('format')}
        value={format}
        onChange={(value) => setFormat(value === 'ndjson' ? 'ndjson' : 'csv')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="csv" label={t('format.csv')} />
          <Radio value="ndjson" label={t('format.ndjson')} />
        </Stack>
      </Radio.Group>
      <ProblemAlert error={begin.error} />
      <Group justify="flex-end">
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('begin')}
        </Button>
      </Group>
    </Stack>
  );
};

const Building = ({ since }: { readonly since: string | undefined }) => {
  const t = useExportTexts();
  const formats = useFormats();
  const seconds = since === undefined ? 0 : (Date.now() - Date.parse(since)) / 1_000;
  return (
    <Group role="status" wrap="nowrap" align="flex-start">
      <Loader size="sm" mt={2} />
      <div>
        <Text size="sm" fw={600}>
          {t('building')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('building.time', { duration: formats.duration(seconds) })}
        </Text>
      </div>
    </Group>
  );
};

interface EndedProps {
  readonly of: Exclude<RunExport, { readonly status: 'building' }>;
  readonly onAgain: () => void;
}

const Ended = ({ of, onAgain }: EndedProps) => {
  const t = useExportTexts();
  const formats = useFormats();
  const again = (
    <Button variant="default" onClick={onAgain}>
      {t('again')}
    </Button>
  );
  if (of.status === 'failed') {
    return (
      <Alert color="orange" icon={<IconFileAlert aria-hidden />} title={t('failed')}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t(`failed.${of.reason.code}`)}</Text>
          {again}
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack role="status">
      <div>
        <Text fw={600}>{t('ready')}</Text>
        <Text size="sm">{t('ready.about', { count: of.recipients, at: formats.moment(of.asOf) })}</Text>
        {of.unnamed > 0 && (
          <Text size="sm" c="orange.9">
            {t('ready.unnamed', { count: of.unnamed })}
          </Text>
        )}
      </div>
      <Group justify="flex-end">
        {again}
        <Button component="a" href={of.url} download leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Group>
    </Stack>
  );
};
