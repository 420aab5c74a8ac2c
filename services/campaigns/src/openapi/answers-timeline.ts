import { count, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

const health = z.object({
  sent: count(),
  delivered: count(),
  hardBounced: count(),
  complained: count(),
  rejected: count(),
  delayed: count(),
});

/** A wave of a run. One without `finishedAt` is under way: what became of its recipients is not known yet. */
export const TimelineWave = z.object({
  wave: count(),
  /** Missing for waves from before this was noted. */
  releasedAt: z.optional(instant()),
  finishedAt: z.optional(instant()),
  /** Of a wave under way: at most so many. */
  recipients: count(),
  accepted: count(),
  refused: count(),
  suppressed: count(),
  /** Whether it only settles what is in doubt. */
  isSettling: z.boolean(),
  /** Of the first wave, if others come after it. `judging`: the run waits to hear how it went. */
  canary: z.optional(z.enum(['sending', 'judging', 'passed', 'stopped'])),
  /** What was known of the whole run when the wave ended. */
  health: z.optional(health),
});
