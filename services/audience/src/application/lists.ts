import type { ColumnMapping } from '../domain/columns.ts';
import { type List, MOST_LISTS } from '../domain/list.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { RememberedColumns } from './columns/ports.ts';
import type { ListCount, ListCounts } from './list-counts/ports.ts';
import type { Clock, Ids, Lists, NamedPageRequest, Page } from './ports.ts';

export interface TooManyLists {
  readonly kind: 'too_many_lists';
  readonly most: number;
}

export type CreateList = (name: string) => Promise<Result<List, TooManyLists>>;

export const makeCreateList =
  ({ lists, ids, clock }: { readonly lists: Lists; readonly ids: Ids; readonly clock: Clock }): CreateList =>
  async (name) => {
    const list = { listId: ids.next('lst'), name, createdAt: clock.now().toISOString() };
    const isAdded = await lists.add(list, MOST_LISTS);
    return isAdded ? succeed(list) : refuse({ kind: 'too_many_lists', most: MOST_LISTS });
  };

/** `unsubscribed` are those who have left the list, also if they are members no more. */
export interface CountedList extends List, ListCount {}

/** With how the columns of the last file into it were understood: the next one's are too, if nobody says otherwise. */
export interface DescribedList extends CountedList {
  readonly columns?: ColumnMapping;
}

export type GetList = (listId: string) => Promise<Result<DescribedList, ListNotFound>>;
export type ListLists = (request: NamedPageRequest) => Promise<Page<CountedList>>;

export interface ListNotFound {
  readonly kind: 'list_not_found';
}

interface Needs {
  readonly lists: Lists;
  readonly counts: Pick<ListCounts, 'of'>;
}

export const makeGetList =
  (needs: Needs & { readonly remembered: Pick<RememberedColumns, 'find'> }): GetList =>
  async (listId) => {
    const list = await needs.lists.find(listId);
    if (list === undefined) return refuse({ kind: 'list_not_found' });
    const [described, columns] = await Promise.all([counted(needs, list), needs.remembered.find(listId)]);
    return succeed({ ...described, ...(columns && { columns }) });
  };

export const makeListLists =
  (needs: Needs): ListLists =>
  async (request) => {
    const page = await needs.lists.page(request);
    return { ...page, items: await Promise.all(page.items.map((list) => counted(needs, list))) };
  };

const counted = async ({ counts }: Needs, list: List): Promise<CountedList> => {
  const { members, unsubscribed } = await counts.of(list.listId);
  return { ...list, members, unsubscribed };
};
