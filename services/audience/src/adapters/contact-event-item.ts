import type { Item, Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ContactEvent } from '../domain/contact-event.ts';
import { contactEventKey } from './keys.ts';

const EventItem = z.object({
  event: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('edited'),
      at: z.string(),
      fields: z.array(z.string()),
      member: z.optional(z.string()),
    }),
    z.object({
      kind: z.literal('soft_bounced'),
      at: z.string(),
      runId: z.string(),
      category: z.optional(z.string()),
    }),
  ]),
});

/** The same event is the same item, however often it is written. */
export const contactEventItem = (contactId: string, event: ContactEvent): Key & Item => ({
  ...contactEventKey(contactId, event),
  event,
});

export const toContactEvent = (item: Item): ContactEvent => z.parse(EventItem, item).event;
