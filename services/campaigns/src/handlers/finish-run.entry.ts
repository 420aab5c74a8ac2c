import { composeRunStates } from '../compose-runs.ts';
import { finishRun } from './finish-run.ts';

const { endRun, edge } = composeRunStates();

export const handler = finishRun(endRun, edge);
