import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask, askVersioned, tell } from '../../common/api.ts';
import { ApiProblem } from '../../common/problem.ts';
import { FIRST_PAGE, nextOf, pageAt } from '../paging.ts';

const UNPROCESSABLE = 422;

/** Looks like an address as a whole, and not only like the beginning of one. */
const isWhole = (wanted: string): boolean => /^\S+@\S+\.\S+$/.test(wanted);

/** The one whose address this is, however it is written; nobody where it is no address. */
const findWhole = async (address: string) => {
  try {
    return await ask(api.audience.GET('/api/audience/contacts', { params: { query: { address } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === UNPROCESSABLE) return { items: [] };
    throw error;
  }
};

const search = async (wanted: string, cursor: string) => {
  const whole = isWhole(wanted) && cursor === FIRST_PAGE ? await findWhole(wanted) : { items: [] };
  if (whole.items.length > 0) return whole;
  const query = { prefix: wanted, ...pageAt(25, cursor) };
  return ask(api.audience.GET('/api/audience/contacts', { params: { query } }));
};

/** Whoever has this address; else everybody whose address begins so. */
export const contactsQuery = (wanted: string) =>
  infiniteQueryOptions({
    queryKey: ['audience', 'contacts', 'found', wanted],
    queryFn: ({ pageParam }) => search(wanted, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
    enabled: wanted.length > 1,
  });

export const contactKey = (contactId: string) => ['audience', 'contacts', contactId];

/** A person with the version that is saved now. */
export const readContact = (contactId: string) =>
  askVersioned(api.audience.GET('/api/audience/contacts/{contactId}', { params: { path: { contactId } } }));

export const contactQuery = (contactId: string) =>
  queryOptions({ queryKey: [...contactKey(contactId), 'card'], queryFn: () => readContact(contactId) });

export interface FieldsChange {
  readonly contactId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: string;
}

export const editContact = ({ contactId, fields, version }: FieldsChange) =>
  askVersioned(
    api.audience.PUT('/api/audience/contacts/{contactId}', {
      params: { path: { contactId }, header: { 'If-Match': version } },
      body: { fields },
    }),
  );

export const timelineQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: [...contactKey(contactId), 'timeline'],
    queryFn: ({ pageParam }) =>
      ask(
        api.audience.GET('/api/audience/contacts/{contactId}/timeline', {
          params: { path: { contactId }, query: pageAt(25, pageParam) },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
  });

export const historyQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: [...contactKey(contactId), 'history'],
    queryFn: ({ pageParam }) =>
      ask(
        api.audience.GET('/api/audience/contacts/{contactId}/history', {
          params: { path: { contactId }, query: pageAt(25, pageParam) },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
  });

export interface ConsentWish {
  readonly contactId: string;
  readonly change: 'unsubscribe' | 'resubscribe';
  /** All mail without one. */
  readonly listId?: string;
}

export const changeConsent = ({ contactId, change, listId }: ConsentWish) =>
  tell(
    api.audience.POST(`/api/audience/contacts/{contactId}/${change}`, {
      params: { path: { contactId } },
      body: listId === undefined ? {} : { listId },
    }),
  );

export const eraseContact = (contactId: string) =>
  tell(api.audience.DELETE('/api/audience/contacts/{contactId}', { params: { path: { contactId } } }));

export const requestExport = (contactId: string) =>
  ask(api.audience.POST('/api/audience/contacts/{contactId}/exports', { params: { path: { contactId } } }));

const GATHERING_MS = 1_500;

export const exportQuery = (contactId: string, exportId: string) =>
  queryOptions({
    queryKey: [...contactKey(contactId), 'exports', exportId],
    queryFn: () =>
      ask(
        api.audience.GET('/api/audience/contacts/{contactId}/exports/{exportId}', {
          params: { path: { contactId, exportId } },
        }),
      ),
    enabled: exportId !== '',
    refetchInterval: ({ state }) => (state.data?.status === 'gathering' ? GATHERING_MS : false),
  });
