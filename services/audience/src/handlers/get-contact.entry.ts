import { composeBook } from '../composition.ts';
import { getContact } from './get-contact.ts';

const { getContact: get, edge } = composeBook();

export const handler = getContact(get, edge);
