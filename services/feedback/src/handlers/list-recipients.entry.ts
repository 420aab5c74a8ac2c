import { composeRecipients } from '../compose-recipients.ts';
import { listRecipients } from './list-recipients.ts';

const { edge, ...uses } = composeRecipients();

export const handler = listRecipients(uses, edge);
