import { composeReporting } from '../composition.ts';
import { listRuns } from './list-runs.ts';

const { listRuns: use, edge } = composeReporting();

export const handler = listRuns(use, edge);
