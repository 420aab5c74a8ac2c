import { composeSubscriber } from '../../compose-forms.ts';
import { onSubscription } from './on-subscription.ts';

const { useCases, edge } = composeSubscriber();

export const handler = onSubscription(useCases, edge);
