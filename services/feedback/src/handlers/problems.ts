import { problem } from '@bulkhead/lambda-kit';

import { say } from './sentences.ts';

export const runUnknown = (runId: string) => problem({ status: 404, ...say('run_unknown', { runId }) });

export const exportUnknown = () => problem({ status: 404, ...say('export_not_found') });
