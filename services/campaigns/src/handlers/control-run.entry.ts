import { composeRequests } from '../composition.ts';
import { controlRun } from './control-run.ts';

const { requestControl, requestRetry, edge } = composeRequests();

export const handler = controlRun({ requestControl, requestRetry }, edge);
