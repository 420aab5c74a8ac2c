import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant, text } from '../primitives.ts';
import { suppressionScope } from '../suppression-scope.ts';

/** Record that a contact has left, or came back to, a list or everything. Receiver: audience. */
export const ChangeConsentV1 = defineMessage(
  'change_consent.v1',
  z.object({
    contactId: id(),
    scope: suppressionScope(),
    change: z.enum(['suppress', 'reinstate']),
    reason: z.enum(['unsubscribed', 'manual']),
    at: instant(),
    /** What is kept to prove it later. */
    evidence: z.optional(
      z.object({
        by: z.enum(['contact', 'member']),
        how: z.enum(['one_click', 'page', 'api']),
        /** Who of the team, as the issuer of tokens names them. */
        member: z.optional(text(128)),
        /** The run whose mail had the link. */
        runId: z.optional(id()),
        /** The words that were agreed to. */
        words: z.optional(text(1_000)),
      }),
    ),
  }),
);
export type ChangeConsentV1 = z.infer<typeof ChangeConsentV1>;
