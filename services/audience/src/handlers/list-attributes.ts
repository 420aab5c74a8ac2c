import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { Attributes } from '../application/attributes/ports.ts';
import type * as answers from '../openapi/answers.ts';

/** GET /api/audience/attributes */
export const listAttributes = (attributes: Pick<Attributes, 'all'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      handle: async () => ({
        status: 200,
        body: { items: await attributes.all() } satisfies Answer<typeof answers.Attributes>,
      }),
    },
    edge,
  );
