import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Page, PageRequest, Senders } from '../application/ports.ts';
import type { SenderProfile } from '../domain/sender-profile.ts';
import { senderKey } from './keys.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

const Item = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  address: z.string(),
  replyTo: z.optional(z.string()),
  subjectLabel: z.optional(z.string()),
  timeZone: z.string(),
  footerText: z.optional(z.string()),
});

const fromItem = (item: unknown): SenderProfile => {
  const { replyTo, subjectLabel, footerText, ...profile } = z.parse(Item, item);
  return {
    ...profile,
    ...(replyTo !== undefined && { replyTo }),
    ...(subjectLabel !== undefined && { subjectLabel }),
    ...(footerText !== undefined && { footerText }),
  };
};

export class DynamoSenders implements Senders {
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#items = new VersionedItems(table);
  }

  async find(senderId: string): Promise<SenderProfile | undefined> {
    const item = await this.#items.find(senderKey(senderId));
    return item === undefined ? undefined : fromItem(item);
  }

  async list(page: PageRequest): Promise<Page<SenderProfile>> {
    const { items, ...rest } = await this.#items.list('senders', page);
    return { items: items.map(fromItem), ...rest };
  }

  async save(profile: SenderProfile): Promise<void> {
    if (!(await this.#items.save(senderKey(profile.id), profile))) throw changed(profile.id);
  }

  async remove({ id, version }: Pick<SenderProfile, 'id' | 'version'>): Promise<void> {
    if (!(await this.#items.remove(senderKey(id), version))) throw changed(id);
  }
}

const changed = (senderId: string) =>
  new RetryableError({
    code: 'sender_changed',
    message: 'Somebody else has changed this sender meanwhile',
    details: { senderId },
  });
