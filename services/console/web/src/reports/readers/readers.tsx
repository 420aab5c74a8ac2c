import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import { Bar } from '../bar.tsx';
import type { Clients, Report } from '../model.ts';
import { clientsQuery } from '../queries.ts';
import { PeopleAndMachines } from './people-and-machines.tsx';
import { useReaderTexts } from './texts.ts';

export const Readers = ({ report }: { readonly report: Report }) => {
  const t = useReaderTexts();
  const clients = useQuery(clientsQuery(report.runId));
  return (
    <Stack gap="lg">
      <PeopleAndMachines report={report} />
      <Section title={t('clients.title')} about={t('clients.about')}>
        <Asked of={clients}>{(found) => <Programs clients={found} />}</Asked>
      </Section>
    </Stack>
  );
};

const Programs = ({ clients: { items, unknown } }: { readonly clients: Clients }) => {
  const t = useReaderTexts();
  const lines = [
    ...items.map(({ client, device, opens }) => ({
      label: t(`client.${client}`),
      device: t(`device.${device}`),
      opens,
    })),
    ...(unknown > 0 ? [{ label: t('clients.unknown'), device: '', opens: unknown }] : []),
  ];
  const all = lines.reduce((sum, { opens }) => sum + opens, 0);
  if (all === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('clients.none')}
      </Text>
    );
  }
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {lines.map((line) => (
        <Line key={`${line.label} ${line.device}`} {...line} share={line.opens / all} />
      ))}
    </Stack>
  );
};

interface LineProps {
  readonly label: string;
  readonly device: string;
  readonly opens: number;
  readonly share: number;
}

const Line = ({ label, device, opens, share }: LineProps) => {
  const formats = useFormats();
  return (
    <li>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm">
          <Text span fw={600} inherit>
            {label}
          </Text>{' '}
          <Text span c="dimmed" inherit>
            {device}
          </Text>
        </Text>
        <Text size="sm" className="figures">
          {formats.count(opens)}{' '}
          <Text span c="dimmed" inherit>
            {formats.share(share)}
          </Text>
        </Text>
      </Group>
      <Bar share={share} />
    </li>
  );
};
