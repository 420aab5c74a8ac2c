import { chunkNumber, offset } from '@bulkhead/contracts';
import {
  encodeCursor,
  type HttpEdge,
  httpHandler,
  includesRole,
  openCursor,
  type Role,
  roleMissing,
} from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Listed, ListRecipients } from '../application/list-recipients.ts';
import type { NameRecipients } from '../application/name-recipients.ts';
import { bounceCategories } from '../domain/bounce.ts';
import type { Person } from '../domain/recipient-lines.ts';
import { cursor, limitUpTo, RunPath } from './queries.ts';

const Mark = z.object({ chunk: chunkNumber(), offset: offset() });
export const RecipientsQuery = z.object({
  outcome: z.enum([
    'sent',
    'delivered',
    'bounced',
    'hardBounced',
    'complained',
    'delayed',
    'rejected',
    'opened',
    'clicked',
    'openedByPeople',
    'clickedByPeople',
    'sentTwice',
    'subscriptionChanged',
    'simulated',
  ]),
  reason: z.optional(z.enum(bounceCategories)),
  /** With who they are, `true` with their addresses, too: then a page has at most 50. */
  names: z.optional(z.enum(['true', 'ids', 'false'])),
  limit: limitUpTo(1_000, 100),
  cursor: cursor(),
});

interface Uses {
  readonly listRecipients: ListRecipients;
  readonly nameRecipients: NameRecipients;
}

/** Each may lie in an object of its own. */
const MOST_NAMED = 50;

const mayExport = (role: Role | undefined): boolean => role !== undefined && includesRole(role, 'author');

const namedView =
  (names: 'true' | 'ids') =>
  ({ person, ...listed }: Listed & { readonly person?: Person }) => ({
    ...listed,
    ...(person && {
      contact: { contactId: person.contactId, ...(names === 'true' && { address: person.address }) },
    }),
  });

/**
 * GET /api/feedback/runs/{runId}/recipients?outcome=bounced&reason=mailbox_full&names=true
 *
 * A snapshot has the addresses of half a year, also of people who have been erased since: they are for whoever may export them.
 */
export const listRecipients = (uses: Uses, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      query: RecipientsQuery,
      handle: async ({ path: { runId }, query: { outcome, reason, names, ...query }, callerRole }) => {
        if (names === 'true' && !mayExport(callerRole)) return roleMissing('author', callerRole);
        const after = openCursor(Mark, query.cursor);
        const isNamed = names === 'true' || names === 'ids';
        const limit = isNamed ? Math.min(query.limit, MOST_NAMED) : query.limit;

        const { items, last } = await uses.listRecipients({ runId, outcome, reason, after, limit });
        const shown = isNamed ? (await uses.nameRecipients(runId, items)).map(namedView(names)) : items;
        return { status: 200, body: { items: shown, cursor: last && encodeCursor({ ...last }) } };
      },
    },
    edge,
  );
