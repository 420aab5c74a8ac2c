import { composeConsentKeeper } from '../composition.ts';
import { onChangeConsent } from './on-change-consent.ts';

const { edge, ...useCases } = composeConsentKeeper();

export const handler = onChangeConsent(useCases, edge);
