import type { List } from '../domain/list.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ListCount, ListCounts } from './list-counts/ports.ts';
import type { Clock, Ids, Lists, Page, PageRequest } from './ports.ts';

export type CreateList = (name: string) => Promise<List>;

export const makeCreateList =
  ({ lists, ids, clock }: { readonly lists: Lists; readonly ids: Ids; readonly clock: Clock }): CreateList =>
  async (name) => {
    const list = { listId: ids.next('lst'), name, createdAt: clock.now().toISOString() };
    await lists.add(list);
    return list;
  };

/** `unsubscribed` are those who have left the list, also if they are members no more. */
export interface CountedList extends List, ListCount {}

export type GetList = (listId: string) => Promise<Result<CountedList, ListNotFound>>;
export type ListLists = (request: PageRequest) => Promise<Page<CountedList>>;

export interface ListNotFound {
  readonly kind: 'list_not_found';
}

interface Needs {
  readonly lists: Lists;
  readonly counts: Pick<ListCounts, 'of'>;
}

export const makeGetList =
  (needs: Needs): GetList =>
  async (listId) => {
    const list = await needs.lists.find(listId);
    return list === undefined ? refuse({ kind: 'list_not_found' }) : succeed(await counted(needs, list));
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
