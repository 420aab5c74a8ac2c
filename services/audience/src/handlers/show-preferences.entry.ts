import { composeConsentSender } from '../composition.ts';
import { showPreferences } from './show-preferences.ts';

const { showPreferences: show, edge } = composeConsentSender();

export const handler = showPreferences(show, edge);
