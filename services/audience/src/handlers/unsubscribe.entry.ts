import { composeConsentSender } from '../composition.ts';
import { unsubscribe } from './unsubscribe.ts';

const { unsubscribe: unsubscribeBearer, edge } = composeConsentSender();

export const handler = unsubscribe(unsubscribeBearer, edge);
