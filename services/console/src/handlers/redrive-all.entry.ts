import { composeDeadLetters } from '../compose-dead-letters.ts';
import { redriveAll } from './redrive-all.ts';

const { redriveAll: use, edge } = composeDeadLetters();

export const handler = redriveAll(use, edge);
