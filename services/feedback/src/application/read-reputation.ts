import { type Judged, type Reputation, reputationOf } from '../domain/reputation.ts';
import type { StartedRun } from '../domain/run.ts';
import { countOf, questions, type Tally } from '../domain/tally.ts';
import { inParallel } from './in-parallel.ts';
import type { Clock, Outcomes, Runs } from './ports.ts';

/** Of the runs that began in the last 30 days. */
export interface ReputationReport extends Reputation {
  readonly from: Date;
  readonly to: Date;
  readonly runs: number;
  /** False if there were more runs than are looked at: then it is of the latest. */
  readonly isWhole: boolean;
}

export type ReadReputation = () => Promise<ReputationReport>;

interface Needs {
  readonly runs: Pick<Runs, 'page'>;
  readonly outcomes: Pick<Outcomes, 'ofKind'>;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
const SPAN_MS = 30 * DAY_MS;
const MOST_RUNS = 100;
const AT_ONCE = 4;
/** A home page that asks every few seconds costs one reading in a minute. */
const FRESH_MS = 60_000;
/** Of a run that began long ago hardly anything changes: a late complaint. */
const SETTLED_AFTER_MS = 3 * DAY_MS;
const SETTLED_FOR_MS = 6 * 3_600_000;

/** Reads what SES judges an account by, of all runs together; remembers it for a minute, and old runs for longer. */
export const makeReadReputation = ({ runs, outcomes, clock }: Needs): ReadReputation => {
  const known = new Map<string, { readonly readAt: number; readonly judged: Judged }>();
  let last: ReputationReport | undefined;

  const judgedOf = async (run: StartedRun, now: number): Promise<Judged> => {
    const before = known.get(run.runId);
    const isSettled = now - run.start.at.getTime() > SETTLED_AFTER_MS;
    if (before !== undefined && now - before.readAt < (isSettled ? SETTLED_FOR_MS : FRESH_MS)) return before.judged;
    const judged = await judge(outcomes, run);
    known.set(run.runId, { readAt: now, judged });
    return judged;
  };

  return async () => {
    const to = clock.now();
    if (last !== undefined && to.getTime() - last.to.getTime() < FRESH_MS) return last;

    const from = new Date(to.getTime() - SPAN_MS);
    const found = await runs.page({ limit: MOST_RUNS + 1 });
    const recent = found.filter(({ start }) => start.at >= from);
    const looked = recent.slice(0, MOST_RUNS);
    const judged = await inParallel(looked, AT_ONCE, (run) => judgedOf(run, to.getTime()));
    for (const runId of known.keys()) if (!looked.some((run) => run.runId === runId)) known.delete(runId);

    last = { from, to, runs: looked.length, isWhole: recent.length <= MOST_RUNS, ...reputationOf(judged) };
    return last;
  };
};

/** What was sent is told by campaigns once a run has ended: its bitmaps are the largest, and need not be read then. */
const judge = async (outcomes: Needs['outcomes'], { runId, end }: StartedRun): Promise<Judged> => {
  const count = async (question: keyof Tally): Promise<number> => {
    const kinds = questions[question];
    const found = await Promise.all(
      kinds.map(async (kind) => (await outcomes.ofKind(runId, kind, 0)).map((block) => ({ ...block, kind }))),
    );
    return countOf(found.flat(), kinds);
  };
  const [delivered, hardBounced, complained, simulated, told] = await Promise.all([
    count('delivered'),
    count('hardBounced'),
    count('complained'),
    count('simulated'),
    end === undefined ? count('sent') : end.accepted,
  ]);
  // A stage without Send events knows of a run under way only what arrived and what came back.
  const sent = Math.max(told - simulated, delivered + hardBounced);
  return { sent, delivered, hardBounced, complained };
};
