import {
  cursorUnreadable,
  encodeCursor,
  type HttpAnswer,
  type HttpEdge,
  httpHandler,
  issueOf,
  openCursor,
  problem,
  rule,
  type Sentence,
} from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FindByAddress } from '../application/find-by-address.ts';
import type { SearchContacts } from '../application/search/search-contacts.ts';
import { sentenceOf } from '../domain/rejection.ts';
import { say } from './sentences.ts';
import { pageQuery, text } from './shapes.ts';
import { contactView } from './views.ts';

interface UseCases {
  readonly findByAddress: FindByAddress;
  readonly searchContacts: SearchContacts;
}

const Mark = z.object({ after: z.string().check(z.minLength(1), z.maxLength(320)) });
export const ContactsQuery = z
  .extend(pageQuery, { address: z.optional(text(320)), prefix: z.optional(text(320)) })
  .check(
    z.refine(({ address, prefix }) => (address === undefined) !== (prefix === undefined), {
      error: rule(say('address_or_prefix')),
      path: ['address'],
    }),
  );

/** GET /api/audience/contacts?address= (at most one, however it is written) or ?prefix= (all that begin so, page by page). */
export const findContacts = ({ findByAddress, searchContacts }: UseCases, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: ContactsQuery,
      handle: async ({ query: { address, prefix = '', ...page } }) =>
        address === undefined ? search(searchContacts, prefix, page) : find(findByAddress, address),
    },
    edge,
  );

const find = async (findByAddress: FindByAddress, address: string): Promise<HttpAnswer> => {
  const found = await findByAddress(address);
  if (found.ok) return { status: 200, body: { items: found.value === undefined ? [] : [contactView(found.value)] } };
  return refused('address', { code: found.problem, detail: sentenceOf(found.problem) });
};

const search = async (
  searchContacts: SearchContacts,
  prefix: string,
  { limit, cursor: mark }: z.infer<typeof pageQuery>,
): Promise<HttpAnswer> => {
  const found = await searchContacts(prefix, { limit, cursor: openCursor(Mark, mark)?.after });
  if (!found.ok) {
    const { problem: kind } = found;
    return kind === 'cursor_of_another_search' ? cursorUnreadable() : refused('prefix', say(kind));
  }
  const { items, cursor } = found.value;
  return { status: 200, body: { items: items.map(contactView), cursor: cursor && encodeCursor({ after: cursor }) } };
};

const refused = (field: string, said: Sentence): HttpAnswer =>
  problem({ status: 422, ...said, errors: [issueOf(field, said)] });
