import { composeBook } from '../composition.ts';
import { editContact } from './edit-contact.ts';

const { editContact: edit, edge } = composeBook();

export const handler = editContact(edit, edge);
