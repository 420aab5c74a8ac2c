import type { Fields } from '../domain/arrival.ts';
import type { Contact } from '../domain/contact.ts';
import { editContact } from '../domain/edit-contact.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Clock, Contacts } from './ports.ts';

interface Needs {
  readonly contacts: Contacts;
  readonly clock: Clock;
}

interface Edit {
  readonly contactId: string;
  readonly fields: Fields;
  /** The revision that the person has seen. */
  readonly revision: number;
}

export interface EditProblem {
  readonly kind: 'contact_not_found' | 'contact_changed';
}

export type EditContact = (edit: Edit) => Promise<Result<Contact, EditProblem>>;

/** Replaces the fields of a contact, unless somebody else has changed it since it was seen. */
export const makeEditContact =
  ({ contacts, clock }: Needs): EditContact =>
  async ({ contactId, fields, revision }) => {
    const known = (await contacts.find([contactId])).get(contactId);
    if (known === undefined) return refuse({ kind: 'contact_not_found' });
    if (known.revision !== revision) return refuse({ kind: 'contact_changed' });

    const edited = editContact(known, fields, clock.now().toISOString());
    const lost = await contacts.save([edited]);
    if (lost.length > 0) return refuse({ kind: 'contact_changed' });
    return succeed({ ...edited, revision: revision + 1 });
  };
