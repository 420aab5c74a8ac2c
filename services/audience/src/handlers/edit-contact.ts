import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { EditContact } from '../application/edit-contact.ts';
import { contactFields, fieldRefused } from './contact-fields.ts';
import { contactNotFound } from './problems.ts';
import { etagOf, revisionSeen, stale } from './revisions.ts';
import { ContactPath } from './shapes.ts';
import { contactView } from './views.ts';

export const ContactBody = z.strictObject({ fields: contactFields() });

/** PUT /api/audience/contacts/{contactId}: all fields; those that are left out are emptied. */
export const editContact = (edit: EditContact, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ContactPath,
      body: ContactBody,
      handle: async ({ path, body, headers, caller }) => {
        const seen = revisionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await edit({ ...path, ...body, ...seen, member: caller });
        if (outcome.ok) return { status: 200, headers: etagOf(outcome.value), body: contactView(outcome.value) };
        if (outcome.problem.kind === 'field_invalid') return fieldRefused(outcome.problem);
        return outcome.problem.kind === 'contact_not_found' ? contactNotFound() : stale();
      },
    },
    edge,
  );
