import { composeReading } from '../composition.ts';
import { getSender } from './get-sender.ts';

const { senders, edge } = composeReading();

export const handler = getSender(senders, edge);
