import type { SoftBounced as SoftBouncedEvent } from '../../domain/contact-event.ts';
import type { Mailing, Mailings } from '../../domain/soft-bounces.ts';

/** Somebody some of whose mails came back, and what became of the others since. */
export interface SoftBounced {
  readonly contactId: string;
  readonly mailings: Mailings;
  /** Counts the writes; 0 for one that has never been written. */
  readonly revision: number;
}

export interface SoftBounces {
  find(contactId: string): Promise<SoftBounced | undefined>;
  /**
   * Writes what is known of somebody's mails, if it is still as it was read, together with its place on the timeline. Without any mails
   * only the latter. `gone` if nobody is known by that id, or not any more.
   */
  save(next: SoftBounced, event: SoftBouncedEvent): Promise<'saved' | 'overtaken' | 'gone'>;
  remove(contactId: string): Promise<void>;
}

/** The same for whole shards, when a run takes its recipients. */
export interface MailedSoftBounces {
  /** In the order of their ids. */
  inShard(shard: number): AsyncGenerator<readonly SoftBounced[]>;
  /** Adds a run to what is known of contacts. Adding it again changes nothing, nor does adding it to somebody of whom nothing is known any more. */
  note(contactIds: readonly string[], mailing: Pick<Mailing, 'runId' | 'at'>): Promise<void>;
  /** Forgets those that nobody has written since they were read. */
  forget(known: readonly SoftBounced[]): Promise<void>;
}
