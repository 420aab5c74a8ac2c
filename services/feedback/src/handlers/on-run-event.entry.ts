import { composeRuns } from '../composition.ts';
import { onRunEvent } from './on-run-event.ts';

const { runs, edge } = composeRuns();

export const handler = onRunEvent(runs, edge);
