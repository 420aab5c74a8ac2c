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

/** What a run waits for: the clocks of its next recipients, its send window, the quota of the day, or imports into its lists. */
export const Waiting = z.object({
  reason: z.enum(['local_time', 'send_window', 'quota', 'imports', 'first_mails']),
  /** When it goes on, where that is known. */
  until: z.optional(instant()),
});

/** Recipients of a run whose clocks come to its time at the same moment. */
export const RunDeparture = z.object({
  notBefore: instant(),
  recipients: count(),
  /** `waiting`: it is too early for them. `due`: not all of them have had their turn. `gone`: they have. */
  state: z.enum(['waiting', 'due', 'gone']),
});
