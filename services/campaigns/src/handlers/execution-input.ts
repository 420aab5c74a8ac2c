import { count, id, text } from '@bulkhead/contracts';

/** What an execution is started with; every state reads it. */
export const executionInput = {
  runId: id(),
  campaignId: id(),
  attempt: count(),
  correlationId: text(128),
};
