import { composeSenders } from '../composition.ts';
import { putSender } from './put-sender.ts';

const { putSender: put, edge } = composeSenders();

export const handler = putSender(put, edge);
