import { composeRequests } from '../composition.ts';
import { controlRun } from './control-run.ts';

const { edge, ...requests } = composeRequests();

export const handler = controlRun(requests, edge);
