import { problem } from '@bulkhead/lambda-kit';

export const runUnknown = (runId: string) =>
  problem({
    status: 404,
    code: 'run_unknown',
    detail: `Nothing is known of run ${runId}. A run appears here within seconds of its start.`,
  });

export const exportUnknown = () =>
  problem({
    status: 404,
    code: 'export_not_found',
    detail: 'There is no such export of this run. Exports are kept for a week: ask for a new one.',
  });
