import { type EngagementKind, isEngagementKind } from './engagement.ts';
import type { Outcome } from './outcome.ts';

/** People who opened a mail, or followed a link, on a day. */
export interface Engaged {
  /** The day in UTC. */
  readonly date: string;
  readonly kind: EngagementKind;
  /** Each once, sorted, so that the same people are the same fact. */
  readonly contactIds: readonly string[];
}

/** What one message may name, well below the 256 KB that it may weigh. */
export const MOST_NAMED = 4_000;

const dayOf = ({ at }: Outcome): string => at.toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Who of the people behind these outcomes engaged with a mail, by day and kind. Machines, and whoever the sender did not name, are nobody. */
export const engagedOf = (happened: readonly Outcome[]): readonly Engaged[] => {
  const people = happened.flatMap((outcome) => {
    const { kind, contactId, isByMachine } = outcome;
    if (!isEngagementKind(kind) || contactId === undefined || isByMachine) return [];
    return [{ date: dayOf(outcome), kind, contactId }];
  });
  return [...Map.groupBy(people, ({ date, kind }) => `${date} ${kind}`).values()].flatMap((same) => {
    const contactIds = [...new Set(same.map(({ contactId }) => contactId))].toSorted();
    return same
      .slice(0, 1)
      .flatMap(({ date, kind }) => cut(contactIds).map((some) => ({ date, kind, contactIds: some })));
  });
};

const cut = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_NAMED) }, (_, n) => ids.slice(n * MOST_NAMED, (n + 1) * MOST_NAMED));
