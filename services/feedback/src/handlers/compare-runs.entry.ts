import { composeReporting } from '../composition.ts';
import { compareRuns } from './compare-runs.ts';

const { readReport, edge } = composeReporting();

export const handler = compareRuns(readReport, edge);
