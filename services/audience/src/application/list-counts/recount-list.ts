import { ofList } from '../../domain/consent.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { CountedList, ListNotFound } from '../lists.ts';
import type { Consents, Lists, Members } from '../ports.ts';
import type { ListCount, ListCounts } from './ports.ts';

interface Needs {
  readonly lists: Pick<Lists, 'find'>;
  readonly counts: ListCounts;
  readonly members: Pick<Members, 'count'>;
  readonly consents: Pick<Consents, 'countSuppressed'>;
  /** Waits until whatever was being written is written. */
  readonly settle: () => Promise<void>;
}

export interface Recount extends CountedList {
  /** What had to be added to the counters. */
  readonly corrected: ListCount;
}

export type RecountList = (listId: string) => Promise<Result<Recount, ListNotFound | { readonly kind: 'list_in_use' }>>;

const TRIES = 3;

/**
 * Counts a list by reading all of it, and mends its counters if they say something else. Only what was read while nobody
 * wrote is believed, so a list into which an import is being written is left as it is.
 */
export const makeRecountList =
  (needs: Needs): RecountList =>
  async (listId) => {
    const list = await needs.lists.find(listId);
    if (list === undefined) return refuse({ kind: 'list_not_found' });
    for (let tried = 0; tried < TRIES; tried += 1) {
      const recount = await recounted(needs, listId);
      if (recount !== undefined) return succeed({ ...list, ...recount });
    }
    return refuse({ kind: 'list_in_use' });
  };

const recounted = async (
  { counts, members, consents, settle }: Needs,
  listId: string,
): Promise<(ListCount & Pick<Recount, 'corrected'>) | undefined> => {
  const before = await counts.of(listId);
  await settle();
  const [there, left] = await Promise.all([members.count(listId), consents.countSuppressed(ofList(listId))]);
  const after = await counts.of(listId);
  if (after.mark !== before.mark) return undefined;

  const corrected = { members: there - after.members, unsubscribed: left - after.unsubscribed };
  const isRight = corrected.members === 0 && corrected.unsubscribed === 0;
  if (!isRight && !(await counts.correct(listId, corrected, after))) return undefined;
  return { members: there, unsubscribed: left, corrected };
};
