import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FindByAddress } from '../application/find-by-address.ts';
import { sentenceOf } from '../domain/rejection.ts';
import { text } from './shapes.ts';
import { contactView } from './views.ts';

/** GET /api/audience/contacts?address=: at most one, found however the address is written. */
export const findContacts = (find: FindByAddress, edge: Edge) =>
  httpHandler(
    {
      query: z.object({ address: text(320) }),
      handle: async ({ query: { address } }) => {
        const found = await find(address);
        if (found.ok)
          return { status: 200, body: { items: found.value === undefined ? [] : [contactView(found.value)] } };
        const rule = sentenceOf(found.problem);
        return problem({ status: 422, code: found.problem, detail: rule, errors: [{ field: 'address', rule }] });
      },
    },
    edge,
  );
