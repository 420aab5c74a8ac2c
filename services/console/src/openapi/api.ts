import type { Api } from '@bulkhead/openapi';

import { accessOperations } from './access.ts';
import {
  ApiKeyMade,
  ApiKeysAnswer,
  ApiKeyView,
  Discovery,
  KeySet,
  OAuthProblem,
  TokenAnswer,
} from './access-answers.ts';
import { DeadLetter, DeadLetterPage, DeadLetterQueue, DeadLetterQueues, Redriven } from './answers.ts';
import { auditOperations, DeedsPage, DeedView } from './audit.ts';
import { deadLetterOperations } from './dead-letters.ts';

/** Everything that the console offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'console',
  description: 'Tokens for all APIs, and what operators need: API keys, dead letters, who did what.',
  schemas: {
    TokenAnswer,
    OAuthProblem,
    KeySet,
    Discovery,
    ApiKeyView,
    ApiKeysAnswer,
    ApiKeyMade,
    DeedView,
    DeedsPage,
    DeadLetter,
    DeadLetterPage,
    DeadLetterQueue,
    DeadLetterQueues,
    Redriven,
  },
  operations: [...accessOperations, ...deadLetterOperations, ...auditOperations],
};
