import { composeSweep } from '../composition.ts';
import { sweepHandler } from './on-schedule.ts';

const { sweep, edge } = composeSweep();

export const handler = sweepHandler(sweep, edge);
