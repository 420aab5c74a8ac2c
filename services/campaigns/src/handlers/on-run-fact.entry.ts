import { composeRunFacts } from '../compose-runs.ts';
import { onRunFact } from './on-run-fact.ts';

const { heard, edge } = composeRunFacts();

export const handler = onRunFact(heard, edge);
