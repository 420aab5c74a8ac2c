import { composeBook } from '../composition.ts';
import { addContact } from './add-contact.ts';

const { addContact: add, edge } = composeBook();

export const handler = addContact(add, edge);
