import { composeRunStates } from '../compose-runs.ts';
import { failRun } from './fail-run.ts';

const { failRun: fail, edge } = composeRunStates();

export const handler = failRun(fail, edge);
