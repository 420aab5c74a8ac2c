import { catalogue } from '@bulkhead/contracts';
import * as z from 'zod/mini';

/** A message of the catalogue, without its schema. */
export interface KnownMessage {
  readonly type: string;
  readonly kind: 'event' | 'command';
  readonly says: string;
  readonly hears: readonly string[];
  readonly status: 'live' | 'reserved';
  readonly summary: string;
}

const entries = new Map(Object.entries(catalogue));

/** Everything that the services tell each other, by name. */
export const EVENTS: readonly KnownMessage[] = [...entries]
  .map(([type, { kind, says, hears, status, summary }]) => ({ type, kind, says, hears: [...hears], status, summary }))
  .toSorted((a, b) => a.type.localeCompare(b.type));

/** Those that have every word somewhere: in their name, their services or their summary. */
export const withWords = (messages: readonly KnownMessage[], words: string): readonly KnownMessage[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return messages.filter(({ type, says, hears, summary }) => {
    const text = [type, says, ...hears, summary].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
};

/** What a message must look like, as a JSON Schema. */
export const shapeOf = (type: string): string => {
  const entry = entries.get(type);
  return entry === undefined ? '' : JSON.stringify(z.toJSONSchema(entry.schema, { unrepresentable: 'any' }), null, 2);
};
