import { composeConfirmations } from '../../compose-forms.ts';
import { confirmSubscription } from './confirm-subscription.ts';

const { confirming, edge } = composeConfirmations();

export const handler = confirmSubscription(confirming, edge);
