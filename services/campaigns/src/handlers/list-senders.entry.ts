import { composeReading } from '../composition.ts';
import { listSenders } from './list-senders.ts';

const { senders, edge } = composeReading();

export const handler = listSenders(senders, edge);
