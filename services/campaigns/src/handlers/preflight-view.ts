import type { Answer } from '@bulkhead/openapi';

import type { Preflight } from '../application/preflight.ts';
import type * as answers from '../openapi/answers-preflight.ts';

export const preflightView = ({ estimate, ...preflight }: Preflight): Answer<typeof answers.Preflight> => ({
  ...preflight,
  ...(estimate && { estimate: { ...estimate, startsAt: estimate.startsAt.toISOString() } }),
});
