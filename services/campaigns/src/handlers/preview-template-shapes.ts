import { mergeFields, text } from '@bulkhead/contracts';
import * as z from 'zod/mini';

/** Content as an author is writing it, and what a contact would bring. */
export const PreviewTemplateBody = z.strictObject({
  subject: text(998),
  html: text(2_000_000),
  text: z.optional(text(2_000_000)),
  fields: z._default(mergeFields(), {}),
});
