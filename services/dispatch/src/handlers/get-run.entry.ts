import { composeReaders } from '../composition.ts';
import { getRun } from './get-run.ts';

const { showRun, edge } = composeReaders();

export const handler = getRun(showRun, edge);
