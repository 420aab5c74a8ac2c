import { composeDeadLetters } from '../compose-dead-letters.ts';
import { settleDeadLetter } from './settle-dead-letter.ts';

const { redriveDeadLetter, edge } = composeDeadLetters();

export const handler = settleDeadLetter(redriveDeadLetter, edge);
