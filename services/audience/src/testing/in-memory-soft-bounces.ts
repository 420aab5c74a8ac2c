import type { MailedSoftBounces, SoftBounced, SoftBounces } from '../application/soft-bounces/ports.ts';
import type { SoftBounced as SoftBouncedEvent } from '../domain/contact-event.ts';
import { shardOf } from '../domain/shard.ts';
import { type Mailing, withMailing } from '../domain/soft-bounces.ts';

/** What is known of mails that came back, in memory. Everybody is known unless somebody says otherwise. */
export class InMemorySoftBounces implements SoftBounces, MailedSoftBounces {
  readonly events = new Map<string, SoftBouncedEvent>();
  readonly strangers = new Set<string>();
  writes = 0;
  /** Called before a save; lets a test be somebody else who writes in between. */
  meanwhile: () => Promise<void> = async () => {};
  readonly #known = new Map<string, SoftBounced>();

  async find(contactId: string): Promise<SoftBounced | undefined> {
    return this.#known.get(contactId);
  }

  async save(next: SoftBounced, event: SoftBouncedEvent): Promise<'saved' | 'overtaken' | 'gone'> {
    await this.meanwhile();
    if (this.strangers.has(next.contactId)) return 'gone';
    if ((this.#known.get(next.contactId)?.revision ?? 0) !== next.revision) return 'overtaken';
    this.writes += 1;
    this.events.set(`${next.contactId} ${event.at}`, event);
    if (next.mailings.length > 0) this.#put(next);
    return 'saved';
  }

  async remove(contactId: string): Promise<void> {
    this.#known.delete(contactId);
  }

  /** One at a time, so that pages matter. */
  async *inShard(shard: number): AsyncGenerator<readonly SoftBounced[]> {
    const found = [...this.#known.values()].filter(({ contactId }) => shardOf(contactId) === shard);
    for (const one of found.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))) yield [one];
  }

  async note(contactIds: readonly string[], mailing: Pick<Mailing, 'runId' | 'at'>): Promise<void> {
    for (const contactId of contactIds) {
      const known = this.#known.get(contactId);
      if (known === undefined || known.mailings.some(({ runId }) => runId === mailing.runId)) continue;
      this.writes += 1;
      this.#put({ ...known, mailings: withMailing(known.mailings, mailing) });
    }
  }

  async forget(known: readonly SoftBounced[]): Promise<void> {
    for (const { contactId, revision } of known) {
      if (this.#known.get(contactId)?.revision === revision) this.#known.delete(contactId);
    }
  }

  #put(next: SoftBounced): void {
    this.#known.set(next.contactId, { ...next, revision: next.revision + 1 });
  }
}
