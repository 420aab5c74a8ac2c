import { composeConsentSender } from '../composition.ts';
import { changeContactConsent } from './change-contact-consent.ts';

const { requestConsentChange, edge } = composeConsentSender();

export const handler = changeContactConsent('unsubscribe', requestConsentChange, edge);
