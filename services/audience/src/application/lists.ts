import { ofList } from '../domain/consent.ts';
import type { List } from '../domain/list.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Clock, Consents, Ids, Lists, Members } from './ports.ts';

export type CreateList = (name: string) => Promise<List>;

export const makeCreateList =
  ({ lists, ids, clock }: { readonly lists: Lists; readonly ids: Ids; readonly clock: Clock }): CreateList =>
  async (name) => {
    const list = { listId: ids.next('lst'), name, createdAt: clock.now().toISOString() };
    await lists.add(list);
    return list;
  };

export interface CountedList extends List {
  readonly members: number;
  readonly unsubscribed: number;
}

export type GetList = (listId: string) => Promise<Result<CountedList, { readonly kind: 'list_not_found' }>>;

interface Needs {
  readonly lists: Lists;
  readonly members: Members;
  readonly consents: Consents;
}

/** Counts by reading, because a counter would drift: ten million members are 160,000 read units and some seconds. */
export const makeGetList =
  ({ lists, members, consents }: Needs): GetList =>
  async (listId) => {
    const list = await lists.find(listId);
    if (list === undefined) return refuse({ kind: 'list_not_found' });
    const [count, unsubscribed] = await Promise.all([members.count(listId), consents.countSuppressed(ofList(listId))]);
    return succeed({ ...list, members: count, unsubscribed });
  };
