import { composeReporting } from '../composition.ts';
import { getReputation } from './get-reputation.ts';

const { readReputation: use, edge } = composeReporting();

export const handler = getReputation(use, edge);
