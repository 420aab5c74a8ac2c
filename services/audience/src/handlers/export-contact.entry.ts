import { composeBook } from '../composition.ts';
import { exportContact } from './export-contact.ts';

const { exportContact: read, edge } = composeBook();

export const handler = exportContact(read, edge);
