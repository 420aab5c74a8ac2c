import { composeReading } from '../composition.ts';
import { getRun } from './get-run.ts';

const { showRun, edge } = composeReading();

export const handler = getRun(showRun, edge);
