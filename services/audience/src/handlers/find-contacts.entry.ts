import { composeBook } from '../composition.ts';
import { findContacts } from './find-contacts.ts';

const { findByAddress, edge } = composeBook();

export const handler = findContacts(findByAddress, edge);
