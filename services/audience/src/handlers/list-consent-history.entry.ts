import { composeBook } from '../composition.ts';
import { listConsentHistory } from './list-consent-history.ts';

const { listConsentHistory: list, edge } = composeBook();

export const handler = listConsentHistory(list, edge);
