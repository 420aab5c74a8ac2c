import type { Contacts } from '../application/ports.ts';
import type { ContactEdits, ContactEvents } from '../application/timeline/ports.ts';
import type { Contact } from '../domain/contact.ts';
import type { ContactEvent } from '../domain/contact-event.ts';

/** Remembers what happened to contacts, the last thing first. */
export class InMemoryContactEvents implements ContactEvents {
  readonly #events = new Map<string, readonly ContactEvent[]>();

  async all(contactId: string): Promise<readonly ContactEvent[]> {
    return this.#events.get(contactId) ?? [];
  }

  async remove(contactId: string): Promise<void> {
    this.#events.delete(contactId);
  }

  /** Edits of contacts that are remembered here. */
  editsOf(contacts: Pick<Contacts, 'save'>): ContactEdits {
    return {
      save: async (edited: Contact, event: ContactEvent) => {
        const { contactId } = edited;
        const isSaved = (await contacts.save([edited])).length === 0;
        if (isSaved) this.#events.set(contactId, [event, ...(this.#events.get(contactId) ?? [])]);
        return isSaved;
      },
    };
  }
}
