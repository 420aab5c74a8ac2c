import { composeConsentSender } from '../composition.ts';
import { eraseContact } from './erase-contact.ts';

const { requestErasure, edge } = composeConsentSender();

export const handler = eraseContact(requestErasure, edge);
