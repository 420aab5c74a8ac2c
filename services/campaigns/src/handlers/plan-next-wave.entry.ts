import { composeRunStates } from '../compose-runs.ts';
import { planNextWave } from './plan-next-wave.ts';

const { planRun, edge } = composeRunStates();

export const handler = planNextWave(planRun, edge);
