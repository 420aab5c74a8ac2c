import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { ContactEvent } from '../domain/contact-event.ts';
import type { ContactCard, GetContact } from './contacts.ts';
import type { ConsentHistory } from './ports.ts';
import type { ContactEvents } from './timeline/ports.ts';

interface Needs {
  readonly getContact: GetContact;
  readonly history: Pick<ConsentHistory, 'page'>;
  readonly events: Pick<ContactEvents, 'all'>;
}

/** All that is known of one person. */
export interface ContactExport {
  readonly card: ContactCard;
  readonly history: readonly ConsentEntry[];
  readonly events: readonly ContactEvent[];
}

export type ExportContact = (contactId: string) => Promise<ContactExport | undefined>;

const PAGE = 100;

export const makeExportContact =
  ({ getContact, history, events }: Needs): ExportContact =>
  async (contactId) => {
    const card = await getContact(contactId);
    if (card === undefined) return undefined;
    const entries: ConsentEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await history.page(contactId, { limit: PAGE, cursor });
      entries.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return { card, history: entries, events: await events.all(contactId) };
  };
