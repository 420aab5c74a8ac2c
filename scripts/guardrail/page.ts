import { FALSE_STOP_CHANCE, guardrails } from '../../services/campaigns/src/domain/guardrail.ts';
import { evidenceAbove } from '../../services/campaigns/src/domain/sequential-evidence.ts';
import { grouped, table } from '../scale/markdown.ts';
import type { Result } from './summary.ts';

type Stopping = 'hard_bounces' | 'complaints' | 'rejections';

const number = (value: number | undefined): string => (value === undefined ? '' : grouped(value));
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

const limitsTable = (): string => {
  const row = (name: string, guardrail: keyof typeof guardrails, then: string) => {
    const { limit, least } = guardrails[guardrail];
    return [name, percent(limit), `${least}`, then];
  };
  return table(
    ['guardrail', 'limit', 'never for fewer than', 'then'],
    [
      row('hard bounces', 'hard_bounces', 'the run is held'),
      row('complaints', 'complaints', 'the run is held'),
      row('rejections by SES', 'rejections', 'the run is held'),
      ['refusals at handover', '20 %', '5 of 20', 'the run is held'],
      row('mails put off', 'delays', 'waves do not grow'),
    ],
  );
};

/** The fewest hits among so many mails that hold a run. */
const fewest = (guardrail: Stopping, sample: number): number => {
  const { limit, least } = guardrails[guardrail];
  let hits: number = least;
  while (evidenceAbove(limit, { hits, sample }) < -Math.log(FALSE_STOP_CHANCE)) hits += 1;
  return hits;
};

const boundaryTable = (): string => {
  const cell = (guardrail: Stopping, sample: number) => {
    const hits = fewest(guardrail, sample);
    return `${grouped(hits)} (${percent(hits / sample)})`;
  };
  return table(
    ['among so many mails', 'hard bounces', 'complaints', 'rejections'],
    [30, 100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000].map((sample) => [
      grouped(sample),
      cell('hard_bounces', sample),
      cell('complaints', sample),
      cell('rejections', sample),
    ]),
  );
};

const resultsTable = (what: string, results: readonly Result[]): string =>
  table(
    [what, 'recipients', 'held', 'mails before the stop: median', '95 in 100', 'of them harmed: median'],
    results.map(({ trouble, recipients, perSecond, seeds, held, median, p95, medianHarmed }) => [
      percent(trouble.share),
      `${number(recipients)} at ${number(perSecond)}/s`,
      percent(held / seeds),
      number(median),
      number(p95),
      number(medianHarmed),
    ]),
  );

const of = (kind: Result['trouble']['kind'], results: readonly Result[]) =>
  results.filter(({ trouble }) => trouble.kind === kind);

/** The page docs/guardrails.md. */
export const renderGuardrails = (results: readonly Result[]): string => `# Guardrails

Written by \`npx -y pnpm@12 guardrail-simulation\`. Why they are as they are: [ADR 27](adr/0027-guardrails-are-sequential-tests.md).

A run holds itself when it is sure that more than so many of its mails come to harm:

${limitsTable()}

Sure means: a run whose share is at a limit is held with a chance of ${percent(FALSE_STOP_CHANCE)} at most, over its whole life, however often it
is looked at. For hard bounces and rejections that is promised up to nine tenths of the limit only: some of the mails that nobody has answered
yet are left out. Refusals are counted, not estimated.

## How many it takes

${boundaryTable()}

## Simulated

${number(results[0]?.seeds)} runs of each list, with the planner, the waves, the pace of feedback and the guardrails as they are. Events take seconds: half of the
bounces come within 5 s, nearly all within a minute, but one in twenty takes a hundred times as long; half of the complaints come within half an
hour. What feedback says is heard after 2 s, and a hold stops senders after 2 s more. Where the stop comes at the end of a wave (1,100, 4,100,
14,100) the run had paused to hear of it. Complaints come late: of a run that is over in half an hour few are heard in time, and then
suppression is all that helps.

${resultsTable('invalid addresses', of('hardBounced', results))}

${resultsTable('readers who complain', of('complained', results))}
`;
