import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id, mailDomain, partHealth } from '../primitives.ts';

/** What happened so far to the mails of a run. Sums that only grow. Producer: feedback. */
export const CampaignRunHealthChangedV1 = defineMessage(
  'campaign_run.health_changed.v1',
  z.object({
    runId: id(),
    sent: count(),
    delivered: count(),
    hardBounced: count(),
    complained: count(),
    /** SES took them and would not send them: a virus, or nothing could be made of them. */
    rejected: z.optional(count()),
    /** Put off by their mailbox provider, whatever became of them later. */
    delayed: z.optional(count()),
    /** Where most of the harm comes from, the worst first; those of which little has been heard are not named. */
    worst: z.optional(
      z.object({
        domains: z.array(z.object({ domain: mailDomain(), ...partHealth() })).check(z.maxLength(5)),
        imports: z.array(z.object({ importId: id(), ...partHealth() })).check(z.maxLength(5)),
      }),
    ),
  }),
);
export type CampaignRunHealthChangedV1 = z.infer<typeof CampaignRunHealthChangedV1>;
