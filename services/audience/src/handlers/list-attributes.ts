import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { Attributes } from '../application/attributes/ports.ts';
import type * as answers from '../openapi/answers.ts';

/** A sheet may have 16,384 columns, and an answer of Lambda holds 6 MB. Nobody looks through so many. */
const MOST = 5_000;

/** GET /api/audience/attributes: the fields that contacts have had; first those whose types are declared. */
export const listAttributes = (attributes: Pick<Attributes, 'all'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      handle: async () => ({
        status: 200,
        body: { items: (await attributes.all()).slice(0, MOST) } satisfies Answer<typeof answers.Attributes>,
      }),
    },
    edge,
  );
