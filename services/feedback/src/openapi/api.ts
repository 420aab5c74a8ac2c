import type { Api } from '@bulkhead/openapi';

import * as answers from './answers.ts';
import { operations } from './operations.ts';

/** Everything that feedback offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'feedback',
  description: 'What happened to mails: reports of runs, and files that name everybody.',
  schemas: answers,
  operations,
};
