import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { useDepartureTexts } from './departure-texts.ts';
import { type Departure, nearestOf, summaryOf } from './departures.ts';
import { campaignOfRun } from './queries.ts';
import { isOver, type Run } from './run-scene.ts';

const COLOURS = { gone: 'teal', due: 'sea', waiting: 'gray', missed: 'gray' } as const;

interface Props {
  readonly departures: readonly Departure[];
  readonly run: Run;
}

/** When whose turn is, in a run that goes by the clocks of its recipients; nothing in any other. */
export const RunDepartures = ({ run }: { readonly run: Run }) =>
  run.departures === undefined || run.departures.length === 0 ? null : (
    <Departures departures={run.departures} run={run} />
  );

const Departures = ({ departures, run }: Props) => {
  const t = useDepartureTexts();
  const formats = useFormats();
  const { all, gone } = summaryOf(departures);
  const campaign = useQuery(campaignOfRun(run.campaignId));
  const time = campaign.data?.localTime?.at;
  return (
    <Section
      title={t('title')}
      about={time === undefined ? t('aboutUnknown') : t('about', { time: formats.wall(time) })}
      aside={
        <Text size="sm" c="dimmed" className="figures">
          {t('gone', { gone: formats.count(gone), all: formats.count(all) })}
        </Text>
      }
    >
      {!isOver(run) && <Next departures={departures} />}
      <Lines departures={departures} isRunOver={isOver(run)} />
    </Section>
  );
};

const Next = ({ departures }: Pick<Props, 'departures'>) => {
  const t = useDepartureTexts();
  const { moment, ago } = useFormats();
  const { next } = summaryOf(departures);
  if (next === undefined) return null;
  return (
    <Text size="sm" fw={600}>
      {t('next', { moment: moment(next.notBefore), ago: ago(next.notBefore) })}
    </Text>
  );
};

const Lines = ({ departures, isRunOver }: Pick<Props, 'departures'> & { readonly isRunOver: boolean }) => {
  const t = useDepartureTexts();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? departures : nearestOf(departures);
  return (
    <>
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((departure) => (
          <Line key={departure.notBefore} departure={departure} isRunOver={isRunOver} />
        ))}
      </Stack>
      {shown.length < departures.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {t('all', { count: departures.length })}
        </Button>
      )}
    </>
  );
};

const Line = ({ departure, isRunOver }: { readonly departure: Departure; readonly isRunOver: boolean }) => {
  const t = useDepartureTexts();
  const { moment } = useFormats();
  const { notBefore, recipients, state } = departure;
  const shown = isRunOver && state !== 'gone' ? 'missed' : state;
  return (
    <Group component="li" justify="space-between" gap="xs" wrap="nowrap" className="figures">
      <Text size="sm">{moment(notBefore)}</Text>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm">{t('people', { count: recipients })}</Text>
        <Badge variant="light" color={COLOURS[shown]} tt="none" miw={72}>
          {t(`state.${shown}`)}
        </Badge>
      </Group>
    </Group>
  );
};
