import { composeRunStates } from '../composition.ts';
import { failRun } from './fail-run.ts';

const { failRun: fail, edge } = composeRunStates();

export const handler = failRun(fail, edge);
