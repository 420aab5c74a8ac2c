import { composeSendConfirmation } from '../compose-small-sends.ts';
import { onConfirmationRequested } from './on-confirmation-requested.ts';

const { sendConfirmation, edge } = composeSendConfirmation();

export const handler = onConfirmationRequested(sendConfirmation, edge);
