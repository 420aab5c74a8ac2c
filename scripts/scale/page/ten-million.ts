import { billOf, dollarsOf } from '../bill.ts';
import type { Figures } from '../figures.ts';
import { historyEvents } from '../history.ts';
import { musts } from '../limits.ts';
import { duration, figure, grouped, money, percent, table } from '../markdown.ts';
import { monthlyFreeTier, prices } from '../prices.ts';
import type { Run } from '../run.ts';
import { beyond } from '../usage.ts';
import { perMillion, writesPer1000 as writesOf } from './per-mail.ts';

const THOUSAND = 1_000;

const rateHeads = (runs: readonly Run[]): readonly string[] => runs.map(({ rate }) => `${grouped(rate)}/s`);
const rows = (runs: readonly Run[], lines: readonly (readonly [string, (run: Run) => string])[]) =>
  lines.map(([label, of]) => [label, ...runs.map(of)]);

const secondsOf = (run: Run): number =>
  run.parts.flatMap(({ functions }) => functions).reduce((sum, { seconds }) => sum + seconds, 0);
const perThousand = (amount: number | undefined, { recipients }: Run): string =>
  figure(((amount ?? 0) / recipients) * THOUSAND);

export const overview = ({ all }: Figures): string =>
  table(
    ['all events', ...rateHeads(all)],
    rows(all, [
      ['taking the snapshot', ({ snapshotSeconds }) => duration(snapshotSeconds)],
      ['first mail to last', ({ sendingSeconds }) => duration(sendingSeconds)],
      ['share of the rate used in a warm wave', ({ rateUsed }) => percent(rateUsed)],
      ['waves', ({ plan }) => grouped(plan.waves.length)],
      ['events in the history of the execution', ({ plan }) => grouped(historyEvents(plan))],
      ['transitions of states', ({ usage }) => figure(usage.transitions ?? 0)],
      ['hours of Lambda', (run) => figure(secondsOf(run) / 3_600)],
      ['write units per 1,000 mails', (run) => perThousand(run.usage.writeUnits, run)],
      ['read units per 1,000 mails', (run) => perThousand(run.usage.readUnits, run)],
      ['S3, PUT and GET', ({ usage }) => `${figure(usage.objectWrites ?? 0)} + ${figure(usage.objectReads ?? 0)}`],
      ['snapshot and content in S3', ({ usage }) => `${figure((usage.objectGbMonths ?? 0) / 6)} GB`],
      ['ledger, outcomes and journal in DynamoDB', ({ usage }) => `${figure(usage.tableGbMonths ?? 0)} GB`],
    ]),
  );

/** Dollars per million mails by AWS service, for both selections. */
export const costs = ({ all, grave }: Figures): string => {
  const runs = [...all, ...grave];
  const bills = runs.map((run) => billOf(run.usage));
  const services = bills[0]?.map(({ service }) => service) ?? [];
  const each = services.map((service, n) => [
    service,
    ...runs.map((run, m) => money(((bills[m]?.[n]?.dollars ?? 0) / run.recipients) * 1_000_000)),
  ]);
  const must = ({ selection }: Run) => money(musts.dollarsPerMillion[selection === 'grave' ? 'grave' : 'all']);
  return table(
    [
      '$ per million mails',
      ...runs.map(({ rate, selection }) => `${selection === 'all' ? 'all' : 'bounces'}, ${grouped(rate)}/s`),
    ],
    [
      ...each,
      ['**above SES**', ...runs.map((run) => money(perMillion(run)))],
      ['the design demands', ...runs.map(must)],
      ['SES itself', ...runs.map(() => money(prices.mails.dollars))],
      ['**ten million, above SES**', ...runs.map(({ usage }) => money(dollarsOf(usage)))],
      ['less the free tier of a month', ...runs.map(({ usage }) => money(dollarsOf(beyond(usage, monthlyFreeTier))))],
    ],
  );
};

const LEAST = 1_000;

/** Queues with more than a thousand messages, by selection, at the first rate. */
export const messages = ({ all, grave }: Figures): string => {
  const runs = [all[0], grave[0]].flatMap((run) => (run ? [run] : []));
  const queues = runs.map(
    ({ parts }) => new Map(parts.flatMap((part) => part.queues.map((work) => [work.queue, work] as const))),
  );
  const names = [...(queues[0]?.keys() ?? [])].filter((name) => (queues[0]?.get(name)?.messages ?? 0) >= LEAST);
  return table(
    ['messages in queue', 'all events', 'requests', 'bounces only', 'requests'],
    names.map((name) => [
      name,
      ...queues.flatMap((of) => [figure(of.get(name)?.messages ?? 0), figure(of.get(name)?.requests ?? 0)]),
    ]),
  );
};

const LEAST_SECONDS = 100;

export const functions = ({ all }: Figures): string => {
  const works = all.map(({ parts }) =>
    Map.groupBy(
      parts.flatMap((part) => part.functions),
      ({ name }) => name,
    ),
  );
  const seconds = (n: number, name: string) => works[n]?.get(name)?.reduce((sum, work) => sum + work.seconds, 0) ?? 0;
  const names = [...(works[0]?.keys() ?? [])].filter((name) => seconds(0, name) >= LEAST_SECONDS);
  return table(
    ['seconds of function', ...rateHeads(all)],
    names.map((name) => [name, ...all.map((_, n) => figure(seconds(n, name)))]),
  );
};

export const writes = ({ all, team }: Figures): string => {
  const runs = [...all, team.all];
  return table(
    ['write units per 1,000 mails', ...rateHeads(all), `team, ${team.all.rate}/s`],
    rows(runs, [
      ['ledger, waves, governor', ({ writesPer1000 }) => figure(writesPer1000.sending)],
      ['Send, Delivery, bounces', ({ writesPer1000 }) => figure(writesPer1000.events)],
      ['opens and clicks', ({ writesPer1000 }) => figure(writesPer1000.engagement)],
      ['**together**', (run) => figure(writesOf(run))],
      ['chunks handed back for want of a slot', ({ handBacksPer1000 }) => figure(handBacksPer1000)],
    ]),
  );
};
