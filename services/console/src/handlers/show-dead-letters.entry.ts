import { composeDeadLetters } from '../compose-dead-letters.ts';
import { showDeadLetters } from './show-dead-letters.ts';

const { showDeadLetters: use, edge } = composeDeadLetters();

export const handler = showDeadLetters(use, edge);
