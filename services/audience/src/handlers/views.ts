import type { Contact } from '../domain/contact.ts';
import { filledFields } from '../domain/edit-contact.ts';

/** A contact as people see it. */
export const contactView = ({ contactId, address, fields }: Contact) => ({
  contactId,
  address,
  fields: filledFields(fields),
});
