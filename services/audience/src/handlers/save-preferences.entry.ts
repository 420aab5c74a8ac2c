import { composeConsentSender } from '../composition.ts';
import { savePreferences } from './save-preferences.ts';

const { savePreferences: save, edge } = composeConsentSender();

export const handler = savePreferences(save, edge);
