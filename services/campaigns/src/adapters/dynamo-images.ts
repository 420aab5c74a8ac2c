import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ImageShelf } from '../application/images.ts';
import type { Page, PageRequest } from '../application/ports.ts';
import type { Image } from '../domain/image.ts';
import { imageKey } from './keys.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

const Item = z.object({
  id: z.string(),
  version: z.literal(1),
  contentType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
  bytes: z.number(),
  fileName: z.optional(z.string()),
});

export class DynamoImages implements ImageShelf {
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#items = new VersionedItems(table);
  }

  async find(imageId: string): Promise<Image | undefined> {
    const item = await this.#items.find(imageKey(imageId));
    return item === undefined ? undefined : z.parse(Item, item);
  }

  async list(page: PageRequest): Promise<Page<Image>> {
    const { items, ...rest } = await this.#items.list('images', page);
    return { items: items.map((item) => z.parse(Item, item)), ...rest };
  }

  async save(image: Image): Promise<void> {
    if (await this.#items.save(imageKey(image.id), image)) return;
    throw new RetryableError({ code: 'image_changed', message: 'There is a picture of this id already' });
  }

  async remove({ id, version }: Pick<Image, 'id' | 'version'>): Promise<void> {
    await this.#items.remove(imageKey(id), version);
  }
}
