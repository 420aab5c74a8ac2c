import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { MediaShelf } from '../application/content-ports.ts';
import type { Page, PageRequest } from '../application/ports.ts';
import type { Media } from '../domain/media.ts';
import { mediaKey } from './keys.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

const Item = z.object({
  id: z.string(),
  version: z.literal(1),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.number(),
});

export class DynamoMedia implements MediaShelf {
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#items = new VersionedItems(table);
  }

  async find(mediaId: string): Promise<Media | undefined> {
    const item = await this.#items.find(mediaKey(mediaId));
    return item === undefined ? undefined : z.parse(Item, item);
  }

  async list(page: PageRequest): Promise<Page<Media>> {
    const { items, ...rest } = await this.#items.list('media', page);
    return { items: items.map((item) => z.parse(Item, item)), ...rest };
  }

  async save(media: Media): Promise<void> {
    if (await this.#items.save(mediaKey(media.id), media)) return;
    throw new RetryableError({ code: 'media_changed', message: 'There is a file of this id already' });
  }

  async remove({ id, version }: Pick<Media, 'id' | 'version'>): Promise<void> {
    await this.#items.remove(mediaKey(id), version);
  }
}
