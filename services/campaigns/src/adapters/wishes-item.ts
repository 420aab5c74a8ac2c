import * as z from 'zod/mini';

import type { GuardrailLimits } from '../domain/guardrail.ts';
import { weekdays } from '../domain/send-window.ts';

/** What a campaign and its run both have: when mails may go out, and when the run holds itself. */
export const WindowItem = z.object({
  timeZone: z.string(),
  days: z.array(z.enum(weekdays)),
  from: z.string(),
  to: z.string(),
});

export const LocalTimeItem = z.object({ at: z.string(), field: z.string(), otherwise: z.string() });

export const LimitsItem = z.object({ hardBounces: z.optional(z.number()), complaints: z.optional(z.number()) });

export const fromLimitsItem = ({ hardBounces, complaints }: z.infer<typeof LimitsItem>): GuardrailLimits => ({
  ...(hardBounces !== undefined && { hardBounces }),
  ...(complaints !== undefined && { complaints }),
});
