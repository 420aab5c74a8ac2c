import { secondsOfPart } from '../audience.ts';
import { type Figures, last, MILLION, TEN_MILLION, team } from '../figures.ts';
import { historyEvents } from '../history.ts';
import { limits, musts } from '../limits.ts';
import { duration, figure, grouped, money, percent, table } from '../markdown.ts';
import type { Run } from '../run.ts';
import { timeoutSecondsOf } from '../stacks.ts';
import { largestSnapshot, perMillion, writesPer1000 } from './per-mail.ts';

/** Something that the design demands, and the figure that meets it or does not. */
export interface Demand {
  readonly name:
    | 'snapshot'
    | 'rate'
    | 'all events'
    | 'bounces only'
    | 'write units'
    | 'low rates'
    | 'waves'
    | 'history';
  readonly label: string;
  readonly must: string;
  readonly figure: string;
  readonly isMet: boolean;
}

const range = (runs: readonly Run[], of: (run: Run) => number, write: (value: number) => string): string => {
  const values = runs.map(of);
  const ends = [Math.min(...values), Math.max(...values)].map(write);
  return [...new Set(ends)].join(' to ');
};
const dollars = (value: number): string => `$${money(value)}`;

/** What the design demands, and how it stands: the larger trouble first. */
export const demandsOn = (figures: Figures): readonly Demand[] => [
  ...onSending(figures),
  ...onCost(figures),
  ...onWrites(figures),
  ...onExecution(figures),
];

const onSending = ({ all }: Figures): readonly Demand[] => {
  const timeout = timeoutSecondsOf('audience', 'onTakeSnapshotPart');
  return [
    {
      name: 'snapshot',
      label: 'an invocation that takes a part of a snapshot of ten million',
      must: `≤ ${timeout} s`,
      figure: `about ${duration(secondsOfPart(TEN_MILLION))}`,
      isMet: largestSnapshot(last(all)) >= TEN_MILLION,
    },
    {
      name: 'rate',
      label: `share of the rate used at ${all.map(({ rate }) => grouped(rate)).join(', ')}/s`,
      must: `≥ ${percent(musts.rateUsed)}`,
      figure: all.map((run) => percent(run.rateUsed)).join(', '),
      isMet: all.every((run) => run.rateUsed >= musts.rateUsed),
    },
  ];
};

const onCost = ({ all, grave }: Figures): readonly Demand[] => {
  const most = musts.dollarsPerMillion;
  return [
    {
      name: 'all events',
      label: 'a million mails above SES, all events',
      must: `≤ ${dollars(most.all)}`,
      figure: range(all, perMillion, dollars),
      isMet: all.every((run) => perMillion(run) <= most.all),
    },
    {
      name: 'bounces only',
      label: 'the same, bounces and complaints only',
      must: `≤ ${dollars(most.grave)}`,
      figure: range(grave, perMillion, dollars),
      isMet: grave.every((run) => perMillion(run) <= most.grave),
    },
  ];
};

const onWrites = ({ all, team: ofTeam }: Figures): readonly Demand[] => {
  const most = musts.writeUnitsPer1000;
  return [
    {
      name: 'write units',
      label: 'write units per 1,000 mails, ten million',
      must: `≤ ${most}`,
      figure: range(all, writesPer1000, figure),
      isMet: all.every((run) => writesPer1000(run) <= most),
    },
    {
      name: 'low rates',
      label: `write units per 1,000 mails, ${grouped(team.contacts)} at ${team.rate}/s`,
      must: `≤ ${most}`,
      figure: figure(writesPer1000(ofTeam.all)),
      isMet: writesPer1000(ofTeam.all) <= most,
    },
  ];
};

const onExecution = ({ all }: Figures): readonly Demand[] => {
  const { plan } = last(all);
  return [
    {
      name: 'waves',
      label: 'waves of a run of ten million',
      must: `≤ ${musts.waves}`,
      figure: grouped(plan.waves.length),
      isMet: plan.waves.length <= musts.waves,
    },
    {
      name: 'history',
      label: 'events in the history of its execution',
      must: `< ${grouped(limits.historyEvents)}`,
      figure: grouped(historyEvents(plan)),
      isMet: historyEvents(plan) < limits.historyEvents,
    },
  ];
};

export const demandsTable = (demands: readonly Demand[]): string =>
  table(
    ['demand', 'must', 'figure', ''],
    demands.map(({ label, must, figure: found, isMet }) => [label, must, found, isMet ? 'met' : '**missed**']),
  );

export const millions = (recipients: number): string => `${figure(recipients / MILLION)} million`;
