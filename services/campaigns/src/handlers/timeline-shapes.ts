import * as z from 'zod/mini';

const health = z.object({
  sent: z.int(),
  delivered: z.int(),
  hardBounced: z.int(),
  complained: z.int(),
  rejected: z.int(),
  delayed: z.int(),
});

/** A wave of a run. One without `finishedAt` is under way: what became of its recipients is not known yet. */
export const TimelineAnswer = z.object({
  wave: z.int(),
  /** Missing for waves from before this was noted. */
  releasedAt: z.optional(z.iso.datetime()),
  finishedAt: z.optional(z.iso.datetime()),
  /** Of a wave under way: at most so many. */
  recipients: z.int(),
  accepted: z.int(),
  refused: z.int(),
  suppressed: z.int(),
  /** Whether it only settles what is in doubt. */
  isSettling: z.boolean(),
  /** Of the first wave, if others come after it. `judging`: the run waits to hear how it went. */
  canary: z.optional(z.enum(['sending', 'judging', 'passed', 'stopped'])),
  /** What was known of the whole run when the wave ended. */
  health: z.optional(health),
});
