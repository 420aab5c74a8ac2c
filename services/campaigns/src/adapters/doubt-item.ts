import * as z from 'zod/mini';

import type { DoubtWishes } from '../domain/campaign.ts';

export const DoubtItem = z.object({
  policy: z.optional(z.enum(['resend', 'leave'])),
  settleMinutes: z.optional(z.number()),
});

export const fromDoubtItem = ({ policy, settleMinutes }: z.infer<typeof DoubtItem>): DoubtWishes => ({
  ...(policy && { policy }),
  ...(settleMinutes !== undefined && { settleMinutes }),
});
