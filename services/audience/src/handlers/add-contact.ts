import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { AddContact } from '../application/contacts.ts';
import { sentenceOf } from '../domain/rejection.ts';
import { listNotFound } from './problems.ts';
import { id, text } from './shapes.ts';

const fieldName = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, 'must be letters, digits and underscores'));
const MOST_FIELDS = 100;

/** POST /api/audience/contacts */
export const addContact = (add: AddContact, edge: Edge) =>
  httpHandler(
    {
      body: z.object({
        listId: id('lst'),
        address: text(320),
        fields: z._default(
          z
            .record(fieldName, z.string().check(z.maxLength(4_096)))
            .check(z.refine((fields) => Object.keys(fields).length <= MOST_FIELDS, `must be at most ${MOST_FIELDS}`)),
          {},
        ),
      }),
      handle: async ({ body }) => {
        const added = await add(body);
        if (added.ok) return { status: 201, body: added.value };
        if (added.problem.kind === 'list_not_found') return listNotFound();
        const rule = sentenceOf(added.problem.problem);
        const errors = [{ field: 'address', rule }];
        return problem({ status: 422, code: added.problem.problem, detail: rule, errors });
      },
    },
    edge,
  );
