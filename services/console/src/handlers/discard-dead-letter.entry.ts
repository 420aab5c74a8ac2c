import { composeDeadLetters } from '../compose-dead-letters.ts';
import { settleDeadLetter } from './settle-dead-letter.ts';

const { discardDeadLetter, edge } = composeDeadLetters();

export const handler = settleDeadLetter(discardDeadLetter, edge);
