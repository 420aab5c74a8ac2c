import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { AddContact } from '../application/contacts.ts';
import { sentenceOf } from '../domain/rejection.ts';
import { contactFields, fieldRefused } from './contact-fields.ts';
import { listNotFound } from './problems.ts';
import { id, text } from './shapes.ts';

export const NewContactBody = z.strictObject({
  listId: id('lst'),
  address: text(320),
  fields: z._default(contactFields(), {}),
});

/** POST /api/audience/contacts */
export const addContact = (add: AddContact, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: NewContactBody,
      handle: async ({ body }) => {
        const added = await add(body);
        if (added.ok) return { status: 201, body: added.value };
        if (added.problem.kind === 'list_not_found') return listNotFound();
        if (added.problem.kind === 'field_invalid') return fieldRefused(added.problem);
        const { problem: code } = added.problem;
        const rule = sentenceOf(code);
        return problem({ status: 422, code, detail: rule, errors: [{ field: 'address', rule, code }] });
      },
    },
    edge,
  );
