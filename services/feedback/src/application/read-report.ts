import { type BounceFigure, bouncesByCategory } from '../domain/bounce-figures.ts';
import { type DelayFigures, type Delays, figuresOfDelays } from '../domain/delays.ts';
import { type Reconciliation, reconcile } from '../domain/reconciliation.ts';
import type { Run, RunEnd } from '../domain/run.ts';
import { type BlockOutcomes, type Tally, tally } from '../domain/tally.ts';
import type { Clock, DelayLog, Outcomes, Runs } from './ports.ts';

export interface Report {
  readonly run: Run;
  readonly tally: Tally;
  /** Why mails came back. */
  readonly bounces: readonly BounceFigure[];
  readonly reconciliation: Reconciliation;
  /** How long after SES accepted a mail we knew of it. */
  readonly delays?: DelayFigures;
}

/** The report of a run; undefined if neither campaigns nor SES has told us anything of it. */
export type ReadReport = (runId: string) => Promise<Report | undefined>;

/** How old a report may be. A page that asks every second costs one reading in two seconds, whoever looks at it. */
const FRESH_MS = 2_000;
const KEPT = 50;

/** Sums the bitmaps of a run; remembers the sums for a moment. */
export const makeReadReport = ({
  outcomes,
  runs,
  delayLog,
  clock,
  hasSendEvents = true,
}: {
  readonly outcomes: Pick<Outcomes, 'of'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly delayLog: Pick<DelayLog, 'of'>;
  readonly clock: Clock;
  /** Whether the stage has Send events published. */
  readonly hasSendEvents?: boolean;
}): ReadReport => {
  const recent = new Map<string, { readonly readAt: number; readonly report: Report }>();

  return async (runId) => {
    const known = recent.get(runId);
    const now = clock.now().getTime();
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.report;

    const [run, happened, late] = await Promise.all([runs.find(runId), outcomes.of(runId), delayLog.of(runId)]);
    if (run === undefined && happened.length === 0) return undefined;

    const report = { run: run ?? { runId }, ...figuresOf(happened, run?.end, hasSendEvents), ...delaysIn(late) };
    if (recent.size >= KEPT) recent.clear();
    recent.set(runId, { readAt: now, report });
    return report;
  };
};

const figuresOf = (happened: readonly BlockOutcomes[], end: RunEnd | undefined, hasSendEvents: boolean) => {
  const sums = tally(happened);
  return { tally: sums, bounces: bouncesByCategory(happened), reconciliation: reconcile(end, sums, { hasSendEvents }) };
};

const delaysIn = (late: Delays): Pick<Report, 'delays'> => {
  const delays = figuresOfDelays(late);
  return delays === undefined ? {} : { delays };
};
