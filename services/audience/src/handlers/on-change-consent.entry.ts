import { composeConsentKeeper } from '../composition.ts';
import { onChangeConsent } from './on-change-consent.ts';

const { changeConsent, edge } = composeConsentKeeper();

export const handler = onChangeConsent(changeConsent, edge);
