import { composeSendConfirmation } from '../composition.ts';
import { onConfirmationRequested } from './on-confirmation-requested.ts';

const { sendConfirmation, edge } = composeSendConfirmation();

export const handler = onConfirmationRequested(sendConfirmation, edge);
