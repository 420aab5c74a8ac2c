import { has } from '../domain/bitmap.ts';
import { engagementKinds } from '../domain/engagement.ts';
import { markedOutcomes } from '../domain/marked.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import { finestOf } from '../domain/series.ts';
import { type CountedCell, countingTimes } from '../domain/time-cells.ts';
import type { EngagementJournal, Outcomes, OutcomeTimes } from './ports.ts';

interface Parts {
  readonly times: OutcomeTimes;
  readonly journal: Pick<EngagementJournal, 'of'>;
  readonly outcomes: Pick<Outcomes, 'ofKind'>;
}

/**
 * Reads the times beside the bitmaps together with those of what waits in the journal to be folded into them. Who is in a bitmap already is counted
 * beside it. While a journal is being folded, some may be missing for a moment.
 */
export const makeToldTimes = (parts: Parts): OutcomeTimes => ({
  of: async (runId) => {
    const waiting = markedOutcomes((await parts.journal.of(runId)).flatMap(({ marks }) => marks));
    const counted = new Map(await parts.times.of(runId));
    for (const kind of engagementKinds) {
      const marked = waiting.filter((each) => each.kind === kind);
      if (marked.length === 0) continue;
      counted.set(kind, [...(counted.get(kind) ?? []), ...(await freshIn(parts, runId, { kind, marked }))]);
    }
    return counted;
  },
});

interface Waiting {
  readonly kind: OutcomeKind;
  readonly marked: ReturnType<typeof markedOutcomes>;
}

const freshIn = async (
  { outcomes }: Parts,
  runId: string,
  { kind, marked }: Waiting,
): Promise<readonly CountedCell[]> => {
  const bitmaps = new Map((await outcomes.ofKind(runId, kind, 0)).map(({ block, bitmap }) => [block, bitmap]));
  return marked.flatMap(({ block, minutes }) => {
    const known = bitmaps.get(block);
    const fresh = [...minutes].filter(([position]) => known === undefined || !has(known, position));
    return countingTimes(
      [],
      fresh.map(([, minute]) => minute),
      finestOf(kind),
    );
  });
};
