import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';
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
  }),
);
export type ChangeConsentV1 = z.infer<typeof ChangeConsentV1>;
