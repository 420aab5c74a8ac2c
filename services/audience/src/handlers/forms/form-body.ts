import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { DraftProblem } from '../../application/forms/forms.ts';
import type { FormDraft } from '../../domain/forms/form.ts';
import { listNotFound } from '../problems.ts';
import { id, text } from '../shapes.ts';

/** It becomes a header of a mail, or a line of a page. */
const oneLine = z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line, without control characters');
const line = (most: number) => text(most).check(oneLine);
const fieldName = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, 'must be letters, digits and underscores'));

export const FormPath = z.object({ formId: id('frm') });

/** A form as people write it. */
export const FormBody = z.strictObject({
  name: line(200),
  listId: id('lst'),
  origins: z.array(text(200)).check(z.minLength(1), z.maxLength(20)),
  fields: z._default(z.array(fieldName).check(z.maxLength(20)), []),
  doubleOptIn: z._default(z.boolean(), true),
  language: z.enum(['en', 'ko']),
  sender: z.strictObject({ name: z.optional(line(200)), address: line(254) }),
  texts: z.optional(z.strictObject({ subject: z.optional(line(200)), consent: z.optional(text(800)) })),
  redirectUrl: z.optional(line(1_000)),
});

export const toDraft = ({ origins, fields, ...body }: z.infer<typeof FormBody>): FormDraft => ({
  ...body,
  origins: [...new Set(origins)],
  fields: [...new Set(fields)],
});

const unusable = (field: string, rule: string): HttpAnswer =>
  problem({ status: 422, code: 'form_unusable', detail: `${field}: ${rule}`, errors: [{ field, rule }] });

/** Says what is wrong with a form, and what would be right. */
export const draftRefused = (refusal: DraftProblem): HttpAnswer => {
  switch (refusal.kind) {
    case 'list_not_found':
      return listNotFound();
    case 'sender_unusable':
      return unusable('sender.address', 'must be an address of a domain that may send: SES must have verified it');
    case 'origin_unusable':
      return unusable('origins', `"${refusal.origin}" must look like https://www.example.com, with nothing behind it`);
    case 'field_reserved':
      return unusable('fields', `"${refusal.field}" has a meaning of its own in forms; choose another name`);
    case 'redirect_elsewhere':
      return unusable('redirectUrl', 'must be a page of one of the origins');
  }
};
