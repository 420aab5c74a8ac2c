import type { DeadLetter } from '../domain/dead-letter.ts';
import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';

export interface Clock {
  now(): Date;
}

export interface Depth {
  readonly waiting: number;
  /** Out of sight for a moment, because somebody looks at them. */
  readonly hidden: number;
}

/** A letter in our hands: nobody else sees it until it is put back, or until the time is up for which it was taken. */
export interface Taken {
  readonly letter: DeadLetter;
  /** How the store knows it; good for one taking. */
  readonly handle: string;
}

export interface DeadLetters {
  /** `undefined` where there is no such queue: its service is not deployed. */
  depth(queue: DeadLetterQueue): Promise<Depth | undefined>;
  /** Takes up to ten, none if none is to be seen. */
  take(queue: DeadLetterQueue, hideSeconds: number): Promise<readonly Taken[]>;
  putBack(queue: DeadLetterQueue, taken: readonly Taken[]): Promise<void>;
  discard(queue: DeadLetterQueue, taken: readonly Taken[]): Promise<void>;
}

export interface Redrives {
  /** Gives a letter back to the queue that it came from. It stays where it is, too, until it is discarded. */
  redrive(queue: DeadLetterQueue, taken: Taken): Promise<void>;
}
