import { composeBook } from '../composition.ts';
import { listContacts } from './list-contacts.ts';

const { listContacts: list, edge } = composeBook();

export const handler = listContacts(list, edge);
