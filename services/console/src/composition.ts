import { createLog, createMeters, type HttpEdge } from '@bulkhead/lambda-kit';
import { SqsApi, SqsCommands, SqsDeeds } from '@bulkhead/lambda-kit/aws';

import { loadAuditConfig } from './config.ts';

/** What every function that answers people needs. */
export const httpEdge = (): HttpEdge => ({
  log: createLog(),
  meters: createMeters(),
  deeds: new SqsDeeds(new SqsCommands(new SqsApi(), loadAuditConfig().AUDIT_QUEUE_URL), 'console'),
});
