import { composeBook } from '../composition.ts';
import { findContacts } from './find-contacts.ts';

const { findByAddress, searchContacts, edge } = composeBook();

export const handler = findContacts({ findByAddress, searchContacts }, edge);
