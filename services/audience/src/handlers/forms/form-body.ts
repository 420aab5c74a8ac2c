import { type HttpAnswer, issueOf, oneLine, problem, rule, type Sentence } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { DraftProblem } from '../../application/forms/forms.ts';
import type { FormDraft } from '../../domain/forms/form.ts';
import { listNotFound } from '../problems.ts';
import { say } from '../sentences.ts';
import { id, text } from '../shapes.ts';

/** It becomes a header of a mail, or a line of a page. */
const line = (most: number) => text(most).check(oneLine);
const fieldName = z.string().check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, rule(say('not_a_field_name'))));

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

const unusable = (field: string, said: Sentence): HttpAnswer =>
  problem({
    status: 422,
    code: 'form_unusable',
    detail: `${field}: ${said.detail}`,
    errors: [issueOf(field, said)],
  });

/** Says what is wrong with a form, and what would be right. */
export const draftRefused = (refusal: DraftProblem): HttpAnswer => {
  switch (refusal.kind) {
    case 'list_not_found':
      return listNotFound();
    case 'sender_unusable':
      return unusable('sender.address', say(refusal.kind));
    case 'origin_unusable':
      return unusable('origins', say(refusal.kind, { origin: refusal.origin }));
    case 'field_reserved':
      return unusable('fields', say(refusal.kind, { field: refusal.field }));
    case 'redirect_elsewhere':
      return unusable('redirectUrl', say(refusal.kind));
  }
};
