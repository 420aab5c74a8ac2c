import type { Contact } from '../../domain/contact.ts';
import type { ContactEvent } from '../../domain/contact-event.ts';
import type { Marked } from '../../domain/timeline.ts';

/** What is written down of a contact beside its profile, one item each. */
export interface KeptHappenings {
  /** The newest of those whose mark is smaller. */
  before(
    contactId: string,
    page: { readonly limit: number; readonly mark?: string | undefined },
  ): Promise<readonly Marked[]>;
}

export interface ContactEvents {
  /** The newest first. */
  all(contactId: string): Promise<readonly ContactEvent[]>;
  remove(contactId: string): Promise<void>;
}

export interface ContactEdits {
  /** Writes a contact that is still at the revision it was read at, and the event, or neither; answers whether it did. */
  save(edited: Contact, event: ContactEvent): Promise<boolean>;
}
