import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';
import { suppressionScope } from '../suppression-scope.ts';

/** A contact may not be mailed any more: at all, or as a member of one list. Producer: audience. */
export const ContactSuppressedV1 = defineMessage(
  'contact.suppressed.v1',
  z.object({
    contactId: id(),
    scope: suppressionScope(),
    reason: z.enum(['hard_bounce', 'complaint', 'unsubscribed', 'manual']),
    /** When it became so; a later fact about the same contact and scope outranks an earlier one. */
    at: instant(),
  }),
);
export type ContactSuppressedV1 = z.infer<typeof ContactSuppressedV1>;
