import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Templates } from '../application/content-ports.ts';
import type { Page, PageRequest } from '../application/ports.ts';
import type { Template } from '../domain/template.ts';
import { templateKey } from './keys.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

const Item = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.optional(z.string()),
  source: z.optional(z.object({ format: z.literal('mjml'), text: z.string() })),
  fields: z.array(z.string()),
  attachments: z.optional(z.array(z.object({ mediaId: z.string(), fileName: z.optional(z.string()) }))),
});

export class DynamoTemplates implements Templates {
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#items = new VersionedItems(table);
  }

  async find(templateId: string): Promise<Template | undefined> {
    const item = await this.#items.find(templateKey(templateId));
    return item === undefined ? undefined : fromItem(item);
  }

  async list(page: PageRequest): Promise<Page<Template>> {
    const { items, ...rest } = await this.#items.list('templates', page);
    return { items: items.map(fromItem), ...rest };
  }

  async save(template: Template): Promise<void> {
    if (!(await this.#items.save(templateKey(template.id), template))) throw changed(template.id);
  }

  async remove({ id, version }: Pick<Template, 'id' | 'version'>): Promise<void> {
    if (!(await this.#items.remove(templateKey(id), version))) throw changed(id);
  }
}

const fromItem = (item: unknown): Template => {
  const { text, source, attachments, ...template } = z.parse(Item, item);
  const chosen = attachments?.map(({ mediaId, fileName }) => ({
    mediaId,
    ...(fileName !== undefined && { fileName }),
  }));
  return {
    ...template,
    ...(text !== undefined && { text }),
    ...(source && { source }),
    ...(chosen && { attachments: chosen }),
  };
};

const changed = (templateId: string) =>
  new RetryableError({
    code: 'template_changed',
    message: 'Somebody else has changed this template meanwhile',
    details: { templateId },
  });
