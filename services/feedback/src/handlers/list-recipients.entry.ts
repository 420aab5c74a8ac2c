import { composeReporting } from '../composition.ts';
import { listRecipients } from './list-recipients.ts';

const { listRecipients: use, edge } = composeReporting();

export const handler = listRecipients(use, edge);
