import { blockOf } from '../domain/block.ts';
import { type Fact, factOf } from '../domain/fact.ts';
import { harmsRun, isGrave, type Outcome } from '../domain/outcome.ts';
import { healthQuestions, questions, tally } from '../domain/tally.ts';
import { worstParts } from '../domain/worst-parts.ts';
import { foldBlock } from './fold-block.ts';
import { type HealthPace, makeHealthPace } from './health-pace.ts';
import { inParallel } from './in-parallel.ts';
import type { Clock, Facts, Outcomes, RunParts, Runs, SendJournal } from './ports.ts';

interface Parts {
  readonly outcomes: Outcomes;
  readonly journal: SendJournal;
  readonly runParts: RunParts;
  readonly runs: Pick<Runs, 'find'>;
  readonly facts: Facts;
  readonly clock: Clock;
}

/** Outcomes that could not be folded or told, and why. None of them if only the health of a run is still to be told. */
interface Unfolded {
  readonly happened: readonly Outcome[];
  readonly error: unknown;
}

export type FoldOutcomes = (happened: readonly Outcome[]) => Promise<readonly Unfolded[]>;

/** Blocks written at a time: enough to hide the latency of writing, few enough for one Lambda's sockets. */
const AT_ONCE = 25;

/**
 * Folds what happened to mails into the bitmaps of their runs, then tells others of bounces and complaints.
 *
 * Facts are told again when the same outcomes come again: whoever died between folding and telling is made good by redelivery.
 */
export const makeFoldOutcomes = (given: Parts): FoldOutcomes => {
  const parts = { ...given, pace: makeHealthPace(given.clock) };

  return async (happened) => {
    const blocks = [...Map.groupBy(happened, ({ runId, chunk }) => `${runId}/${blockOf(chunk)}`).values()];
    const unfolded = (await inParallel(blocks, AT_ONCE, (block) => attempt(block, () => fold(parts, block)))).flat();

    const failed = new Set(unfolded.flatMap((each) => each.happened));
    const folded = happened.filter((outcome) => !failed.has(outcome));
    const runs = [...Map.groupBy(folded, ({ runId }) => runId)];
    const untold = await inParallel(runs, AT_ONCE, ([runId, outcomes]) => {
      const grave = outcomes.filter(isGrave);
      const isGraveForRun = outcomes.some(harmsRun);
      return attempt(grave, () => tell(parts, runId, { grave, isGraveForRun }));
    });

    return [...unfolded, ...untold.flat()];
  };
};

const attempt = async (happened: readonly Outcome[], work: () => Promise<void>): Promise<readonly Unfolded[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    return [{ happened, error }];
  }
};

const fold = async (parts: Parts, happened: readonly Outcome[]): Promise<void> => {
  const [one] = happened;
  if (one === undefined) return;
  await foldBlock(parts, { runId: one.runId, block: blockOf(one.chunk) }, happened);
};

/** Tells each bounce and complaint of a run, and how the run is doing. */
const tell = async (
  parts: Parts & { readonly pace: HealthPace },
  runId: string,
  { grave, isGraveForRun }: { readonly grave: readonly Outcome[]; readonly isGraveForRun: boolean },
) => {
  const isDue = parts.pace.isDue(runId, { isGrave: isGraveForRun });
  if (grave.length === 0 && !isDue) return;

  const facts = grave.flatMap((outcome) => factOf(outcome) ?? []);
  const sums = isDue ? [await sumHealth(parts, runId)] : [];
  const correlationId = await chainOf(parts.runs, runId);

  await parts.facts.publish([...facts, ...sums.map(({ fact }) => fact)], { correlationId });
  for (const { bitmaps } of sums) parts.pace.noteTold(runId, bitmaps);
};

const sumHealth = async ({ outcomes, runParts, clock }: Parts, runId: string) => {
  const kinds = healthQuestions.flatMap((question) => questions[question]);
  const bitmaps = await outcomes.ofKinds(runId, kinds);
  const { sent, delivered, hardBounced, complained, rejected, delayed } = tally(bitmaps);
  const worst = worstParts(await runParts.of(runId), bitmaps);
  const health = { sent, delivered, hardBounced, complained, rejected, delayed, ...(worst && { worst }) };
  const fact: Fact = { fact: 'run_health_changed', runId, ...health, at: clock.now() };
  return { fact, bitmaps: bitmaps.length };
};

/** What happens to the mails of a run belongs to the chain that began the run. */
const chainOf = async (runs: Parts['runs'], runId: string): Promise<string> => {
  const run = await runs.find(runId);
  return run?.start?.correlationId ?? runId;
};
