import { composeDeadLetters } from '../compose-dead-letters.ts';
import { listDeadLetters } from './list-dead-letters.ts';

const { listDeadLetters: use, edge } = composeDeadLetters();

export const handler = listDeadLetters(use, edge);
