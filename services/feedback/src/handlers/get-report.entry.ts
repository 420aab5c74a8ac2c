import { composeReporting } from '../composition.ts';
import { getReport } from './get-report.ts';

const { readReport, edge } = composeReporting();

export const handler = getReport(readReport, edge);
