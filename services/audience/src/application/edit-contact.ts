import type { Fields } from '../domain/arrival.ts';
import type { Contact } from '../domain/contact.ts';
import { changedFields, editContact } from '../domain/edit-contact.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { type FieldInvalid, typedFields } from '../domain/typed-fields.ts';
import type { Attributes } from './attributes/ports.ts';
import type { Clock, Contacts } from './ports.ts';
import type { ContactEdits } from './timeline/ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly attributes: Pick<Attributes, 'all'>;
  readonly edits: ContactEdits;
  readonly clock: Clock;
}

interface Edit {
  readonly contactId: string;
  readonly fields: Fields;
  /** The revision that the person has seen. */
  readonly revision: number;
  /** Who of the team says so. */
  readonly member?: string | undefined;
}

export interface EditProblem {
  readonly kind: 'contact_not_found' | 'contact_changed';
}

export type EditContact = (edit: Edit) => Promise<Result<Contact, EditProblem | FieldInvalid>>;

/** Replaces the fields of a contact, unless somebody else has changed it since it was seen. */
export const makeEditContact =
  ({ contacts, attributes, edits, clock }: Needs): EditContact =>
  async ({ contactId, fields, revision, member }) => {
    const known = (await contacts.find([contactId])).get(contactId);
    if (known === undefined) return refuse({ kind: 'contact_not_found' });
    if (known.revision !== revision) return refuse({ kind: 'contact_changed' });
    const typed = typedFields(await attributes.all(), fields, known.fields);
    if (!typed.ok) return typed;

    const at = clock.now().toISOString();
    const edited = editContact(known, typed.value, at);
    const event = { kind: 'edited', at, fields: changedFields(known.fields, edited.fields), member } as const;
    if (!(await edits.save(edited, event))) return refuse({ kind: 'contact_changed' });
    return succeed({ ...edited, revision: revision + 1 });
  };
