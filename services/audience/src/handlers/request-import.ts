import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestImport } from '../application/imports.ts';
import { listNotFound } from './problems.ts';
import { id, text } from './shapes.ts';

const LARGEST_BYTES = 100 * 1024 ** 2;
const header = text(200);
const fieldName = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, 'must be letters, digits and underscores'));

/** POST /api/audience/imports */
export const requestImport = (request: RequestImport, edge: Edge) =>
  httpHandler(
    {
      body: z.object({
        listId: id('lst'),
        fileName: text(255),
        size: z.optional(z.int().check(z.nonnegative())),
        columns: z._default(
          z.object({ address: z.optional(header), fields: z.optional(z.record(header, z.nullable(fieldName))) }),
          {},
        ),
      }),
      handle: async ({ body: { size = 0, ...wanted }, correlationId, requestId }) => {
        if (size > LARGEST_BYTES) {
          const detail =
            'A file may have at most 100 MB. Split it into several files and import them into the same list.';
          return problem({
            status: 413,
            code: 'file_too_large',
            detail,
            errors: [{ field: 'size', rule: 'at most 100 MB' }],
          });
        }
        const requested = await request(wanted, { correlationId, causationId: requestId });
        if (!requested.ok) return listNotFound();
        const { importId, permit } = requested.value;
        return { status: 201, body: { importId, upload: permit } };
      },
    },
    edge,
  );
