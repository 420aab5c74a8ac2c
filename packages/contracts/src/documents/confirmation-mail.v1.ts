import * as z from 'zod/mini';

import { id, text } from '../primitives.ts';

/**
 * The mail by which somebody confirms a subscription, as it goes out. Nothing of it is a template, and nothing of it was typed by
 * whoever filled in the form. Written by audience under `exchange/confirmations/<confirmationId>.json`.
 */
export const ConfirmationMailV1 = z.object({
  version: z.literal(1),
  confirmationId: id(),
  from: z.object({ name: z.optional(text(200)), address: text(320) }),
  to: text(320),
  subject: text(998),
  html: text(100_000),
  text: text(100_000),
});
export type ConfirmationMailV1 = z.infer<typeof ConfirmationMailV1>;
