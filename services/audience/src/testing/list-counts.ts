import type { Counters, ListCount, ListCounts } from '../application/list-counts/ports.ts';
import type { Consents, Members } from '../application/ports.ts';
import { ofList } from '../domain/consent.ts';

/** Counters that cannot be wrong: they count. */
export const countsOf = (
  members: Pick<Members, 'count'>,
  consents: Pick<Consents, 'countSuppressed'>,
): Pick<ListCounts, 'of'> => ({
  of: async (listId) => ({
    members: await members.count(listId),
    unsubscribed: await consents.countSuppressed(ofList(listId)),
    mark: '',
    corrections: 0,
  }),
});

/** Counters of one list that are wrong if a test wants them to be. */
export class SettableCounts implements ListCounts {
  #counters: Counters;

  constructor(count: ListCount) {
    this.#counters = { ...count, mark: '0', corrections: 0 };
  }

  async of(): Promise<Counters> {
    return this.#counters;
  }

  async correct(_: string, by: ListCount, { corrections }: Pick<Counters, 'corrections'>): Promise<boolean> {
    if (corrections !== this.#counters.corrections) return false;
    this.change(by);
    this.#counters = { ...this.#counters, corrections: corrections + 1 };
    return true;
  }

  change(by: ListCount): void {
    const { members, unsubscribed, mark } = this.#counters;
    this.#counters = {
      ...this.#counters,
      members: members + by.members,
      unsubscribed: unsubscribed + by.unsubscribed,
      mark: `${mark}+`,
    };
  }
}
