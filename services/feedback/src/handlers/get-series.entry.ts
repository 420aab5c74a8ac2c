import { composeReporting } from '../composition.ts';
import { getSeries } from './get-series.ts';

const { readSeries, edge } = composeReporting();

export const handler = getSeries(readSeries, edge);
