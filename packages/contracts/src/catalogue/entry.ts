import type { Service } from '../envelope.ts';

/** What the catalogue says of a message, beside its shape. */
export interface Entry {
  readonly kind: 'event' | 'command';
  /** Who publishes the event, or who owns (and receives) the command. */
  readonly says: Service;
  readonly hears: readonly Service[];
  /** Who sends a command besides its owner. */
  readonly asks?: readonly Service[];
  /** `reserved`: the shape is agreed, nobody publishes it yet. */
  readonly status: 'live' | 'reserved';
  readonly summary: string;
}

/** Messages by their types. */
export type Entries = Readonly<Record<string, Entry & { readonly schema: unknown }>>;
