import { blockOf } from '../domain/block.ts';
import { factOf } from '../domain/fact.ts';
import { isGrave, type Outcome } from '../domain/outcome.ts';
import { tally } from '../domain/tally.ts';
import { foldBlock } from './fold-block.ts';
import { inParallel } from './in-parallel.ts';
import type { Clock, Facts, Outcomes, Runs, SendJournal } from './ports.ts';

interface Parts {
  readonly outcomes: Outcomes;
  readonly journal: SendJournal;
  readonly runs: Pick<Runs, 'find'>;
  readonly facts: Facts;
  readonly clock: Clock;
}

/** Outcomes that could not be folded or told, and why. */
export interface Unfolded {
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
export const makeFoldOutcomes =
  (parts: Parts): FoldOutcomes =>
  async (happened) => {
    const blocks = [...Map.groupBy(happened, ({ runId, chunk }) => `${runId}/${blockOf(chunk)}`).values()];
    const unfolded = (await inParallel(blocks, AT_ONCE, (block) => attempt(block, () => fold(parts, block)))).flat();

    const failed = new Set(unfolded.flatMap((each) => each.happened));
    const grave = happened.filter((outcome) => isGrave(outcome) && !failed.has(outcome));
    const runs = [...Map.groupBy(grave, ({ runId }) => runId).values()];
    const untold = (await inParallel(runs, AT_ONCE, (run) => attempt(run, () => tell(parts, run)))).flat();

    return [...unfolded, ...untold];
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

/** Tells each bounce and complaint of one run, and once how the run is doing. */
const tell = async ({ outcomes, runs, facts, clock }: Parts, grave: readonly Outcome[]): Promise<void> => {
  const [one] = grave;
  if (one === undefined) return;
  const { runId } = one;
  const [run, sums] = await Promise.all([runs.find(runId), outcomes.of(runId).then(tally)]);
  const { sent, delivered, hardBounced, complained } = sums;

  await facts.publish(
    [
      ...grave.flatMap((outcome) => factOf(outcome) ?? []),
      { fact: 'run_health_changed', runId, sent, delivered, hardBounced, complained, at: clock.now() },
    ],
    { correlationId: run?.start?.correlationId ?? runId },
  );
};
