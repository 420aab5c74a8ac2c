import { Anchor, Badge, Checkbox, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useFormats } from '../common/format.ts';
import type { RunListed } from './model.ts';
import { reportInBriefQuery } from './queries.ts';
import { ratesOf } from './rates.ts';
import { useReportsTexts } from './texts.ts';

interface Props {
  readonly runs: readonly RunListed[];
  readonly chosen: readonly string[];
  /** No more can be chosen. */
  readonly isFull: boolean;
  readonly onChoose: (runId: string) => void;
}

export const RunsTable = ({ runs, chosen, isFull, onChoose }: Props) => {
  const t = useReportsTexts();
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={40}>
            <VisuallyHidden>{t('column.choose')}</VisuallyHidden>
          </Table.Th>
          <Table.Th>{t('column.campaign')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.status')}</Table.Th>
          <Table.Th ta="right" visibleFrom="xs">
            {t('column.delivered')}
          </Table.Th>
          <Table.Th ta="right">{t('column.opened')}</Table.Th>
          <Table.Th ta="right">{t('column.clicked')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('column.bounced')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {runs.map((run) => {
          const isChosen = chosen.includes(run.runId);
          return (
            <Table.Tr key={run.runId} {...(isChosen && { bg: 'var(--mantine-primary-color-light)' })}>
              <Table.Td>
                <Checkbox
                  checked={isChosen}
                  disabled={isFull && !isChosen}
                  onChange={() => onChoose(run.runId)}
                  aria-label={t('compare.choose', { name: run.campaignName })}
                />
              </Table.Td>
              <Cells run={run} />
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
};

const Cells = ({ run }: { readonly run: RunListed }) => {
  const formats = useFormats();
  const { data, isError } = useQuery(reportInBriefQuery(run.runId));
  const rates = data && ratesOf(data);
  const figure = (name: 'delivered' | 'opened' | 'clicked' | 'bounced') => {
    if (rates !== undefined) return rates[name].of > 0 ? formats.share(rates[name].rate) : '–';
    return isError ? '–' : <Skeleton aria-busy="true" height={14} width={44} ml="auto" />;
  };
  return (
    <>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor fw={600} renderRoot={(props) => <Link to="/reports/$runId" params={{ runId: run.runId }} {...props} />}>
          {run.campaignName}
        </Anchor>
        <Text size="xs" c="dimmed">
          {formats.moment(run.startedAt)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Status outcome={run.outcome} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="xs">
        {figure('delivered')}
      </Table.Td>
      <Table.Td ta="right">{figure('opened')}</Table.Td>
      <Table.Td ta="right">{figure('clicked')}</Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {figure('bounced')}
      </Table.Td>
    </>
  );
};

const COLOURS = { running: 'blue', sent: 'teal', cancelled: 'gray', failed: 'red' } as const;

const Status = ({ outcome = 'running' }: { readonly outcome?: RunListed['outcome'] | 'running' }) => {
  const t = useReportsTexts();
  return (
    <Badge variant="light" color={COLOURS[outcome]} tt="none">
      {t(`status.${outcome}`)}
    </Badge>
  );
};
