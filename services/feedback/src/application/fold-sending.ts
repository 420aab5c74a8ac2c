import type { Arrivals } from '../domain/flow.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FoldOutcomes } from './fold-outcomes.ts';
import { inParallel } from './in-parallel.ts';
import type { NoteDelays } from './note-delays.ts';
import type { Clock, Probes } from './ports.ts';
import type { WatchFlow } from './watch-flow.ts';

/** The Send event of a probe. */
export interface ProbeSent {
  readonly probe: string;
  readonly at: Date;
}

/** Events that came together. */
export interface EventBatch {
  readonly outcomes: readonly Outcome[];
  readonly probes: readonly ProbeSent[];
  readonly arrivals: Arrivals;
}

/** What could not be folded or told, and why. Nothing of it if what is still to be done is done with the next batch. */
export interface Unfolded {
  readonly events: readonly (Outcome | ProbeSent)[];
  readonly error: unknown;
}

export type FoldEvents = (batch: EventBatch) => Promise<readonly Unfolded[]>;

const AT_ONCE = 10;

/** Folds what SES says of sending. Probes come last: whatever came with them has been folded, or will come again and say so. */
export const makeFoldSending =
  (parts: {
    readonly watchFlow: WatchFlow;
    readonly foldOutcomes: FoldOutcomes;
    readonly noteDelays: NoteDelays;
    readonly probes: Pick<Probes, 'noteSeen'>;
    readonly clock: Clock;
  }): FoldEvents =>
  async ({ outcomes, probes, arrivals }) => {
    await parts.watchFlow(arrivals);
    const unfolded = await foldAll(parts.foldOutcomes, outcomes);
    const unmeasured = await measure(parts.noteDelays, outcomes, unfolded);

    const unseen = await inParallel(probes, AT_ONCE, async (sent): Promise<readonly Unfolded[]> => {
      try {
        await parts.probes.noteSeen(sent.probe, { sentAt: sent.at, seenAt: parts.clock.now() });
        return [];
      } catch (error) {
        return [{ events: [sent], error }];
      }
    });
    return [...unfolded, ...unmeasured, ...unseen.flat()];
  };

/** Nothing is folded again because it could not be measured. */
const measure = async (
  noteDelays: NoteDelays,
  outcomes: readonly Outcome[],
  unfolded: readonly Unfolded[],
): Promise<readonly Unfolded[]> => {
  const failed = new Set(unfolded.flatMap(({ events }) => events));
  try {
    await noteDelays(outcomes.filter((outcome) => !failed.has(outcome)));
    return [];
  } catch (error) {
    return [{ events: [], error }];
  }
};

const foldAll = async (foldOutcomes: FoldOutcomes, outcomes: readonly Outcome[]): Promise<readonly Unfolded[]> => {
  const unfolded = await foldOutcomes(outcomes);
  return unfolded.map(({ happened, error }) => ({ events: happened, error }));
};
