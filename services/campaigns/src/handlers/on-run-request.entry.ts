import { composeRunRequests } from '../compose-runs.ts';
import { onRunRequest } from './on-run-request.ts';

const { requestRunStep, edge } = composeRunRequests();

export const handler = onRunRequest(requestRunStep, edge);
