import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id } from '../primitives.ts';

/**
 * People opened mails or followed links in them, on one day; machines are left out as far as they are known. Who does so again on that day
 * may be named again. Producer: feedback.
 */
export const RecipientsEngagedV1 = defineMessage(
  'recipients.engaged.v1',
  z.object({
    /** The day in UTC. */
    date: z.iso.date(),
    kind: z.enum(['opened', 'clicked']),
    contactIds: z.array(id()).check(z.minLength(1), z.maxLength(4_000)),
  }),
);
export type RecipientsEngagedV1 = z.infer<typeof RecipientsEngagedV1>;
