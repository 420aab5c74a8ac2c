import { count, id } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { pageOf } from './answers.ts';

/** A sender who is set up once, for many campaigns. */
export const Sender = z.object({
  senderId: id(),
  version: count(),
  name: z.string(),
  address: z.string(),
  replyTo: z.optional(z.string()),
  subjectLabel: z.optional(z.string()),
  timeZone: z.string(),
  footerText: z.optional(z.string()),
});

export const SenderPage = pageOf(Sender);
