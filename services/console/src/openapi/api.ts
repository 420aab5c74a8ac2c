import type { Api } from '@bulkhead/openapi';

import { DeadLetter, DeadLetterPage, DeadLetterQueue, DeadLetterQueues, Redriven } from './answers.ts';
import { auditOperations, DeedsPage, DeedView } from './audit.ts';
import { deadLetterOperations } from './dead-letters.ts';

/** Everything that the console offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'console',
  description: 'What operators need: dead letters, and who did what.',
  schemas: { DeedView, DeedsPage, DeadLetter, DeadLetterPage, DeadLetterQueue, DeadLetterQueues, Redriven },
  operations: [...deadLetterOperations, ...auditOperations],
};
