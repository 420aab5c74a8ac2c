import { count, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

export const DeadLetterQueue = z.object({
  /** `feedback-runs` for the queue `bulkhead-<stage>-feedback-runs-dlq`. */
  queue: z.string(),
  service: z.string(),
  messages: count(),
  /** Out of sight for a moment, because somebody looks at them. */
  hidden: count(),
  /** The oldest of the first ten that the queue handed out. */
  oldestAt: z.optional(instant()),
  /** Whether its messages can be given back to where they came from. */
  takesBack: z.boolean(),
  /** Whether they can be thrown away: what tells who did what cannot. */
  mayBeDiscarded: z.boolean(),
  /** Where it says what to do, in this repository. */
  runbook: z.string(),
});

export const DeadLetterQueues = z.object({ queues: z.array(DeadLetterQueue) });

export const DeadLetter = z.object({
  messageId: z.string(),
  sentAt: instant(),
  receives: count(),
  /** Why it was parked; absent where it failed again and again and nobody said why. */
  reason: z.optional(z.object({ code: z.string(), text: z.string() })),
  /** Holds personal data as it came. */
  body: z.string(),
  /** There is more of the body than is shown. */
  isCut: z.boolean(),
});

export const DeadLetterPage = z.object({ queue: z.string(), letters: z.array(DeadLetter), others: count() });

export const Redriven = z.object({
  moved: count(),
  /** Whether all that were to be seen are gone; ask again if not. */
  isDone: z.boolean(),
});
