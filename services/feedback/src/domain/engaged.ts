import { type EngagementKind, isEngagementKind } from './engagement.ts';
import type { Outcome } from './outcome.ts';
import { LINKS_OF_SCANNER, visitorOf } from './visit.ts';

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

/**
 * Who of the people behind these outcomes engaged with a mail, by day and kind. Machines, and whoever the sender did not name, are nobody.
 * Of those who were hasty, the ones who came together tell whether they are a scanner: it follows all its links at once.
 */
export const engagedOf = (happened: readonly Outcome[], instantMs: number): readonly Engaged[] => {
  const came = happened.map((outcome) => ({ outcome, visitor: visitorOf(outcome, instantMs) }));
  const scanned = scannedMails(came.flatMap(({ outcome, visitor }) => (visitor === 'hasty' ? [outcome] : [])));
  const people = came.flatMap(({ outcome, visitor }) => {
    const { kind, contactId } = outcome;
    const isMachine = visitor === 'machine' || (visitor === 'hasty' && scanned.has(mailOf(outcome)));
    if (!isEngagementKind(kind) || contactId === undefined || isMachine) return [];
    return [{ date: dayOf(outcome), kind, contactId }];
  });
  return [...Map.groupBy(people, ({ date, kind }) => `${date} ${kind}`).values()].flatMap((same) => {
    const contactIds = [...new Set(same.map(({ contactId }) => contactId))].toSorted();
    return same
      .slice(0, 1)
      .flatMap(({ date, kind }) => cut(contactIds).map((some) => ({ date, kind, contactIds: some })));
  });
};

const mailOf = ({ runId, chunk, offset }: Outcome): string => `${runId}/${chunk}/${offset}`;

const scannedMails = (hasty: readonly Outcome[]): ReadonlySet<string> => {
  const mails = [...Map.groupBy(hasty, mailOf)].filter(
    ([, clicks]) => new Set(clicks.map(({ visit }) => visit?.link)).size >= LINKS_OF_SCANNER,
  );
  return new Set(mails.map(([mail]) => mail));
};

const cut = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_NAMED) }, (_, n) => ids.slice(n * MOST_NAMED, (n + 1) * MOST_NAMED));
