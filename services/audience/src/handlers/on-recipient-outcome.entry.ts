import { composeConsentKeeper } from '../composition.ts';
import { onRecipientOutcome } from './on-recipient-outcome.ts';

const { recordOutcome, edge } = composeConsentKeeper();

export const handler = onRecipientOutcome(recordOutcome, edge);
