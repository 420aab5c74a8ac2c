import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestImport } from '../application/imports.ts';
import { LARGEST_FILE } from '../domain/largest-file.ts';
import { DELIMITERS, ENCODINGS } from '../domain/text-format.ts';
import { listNotFound } from './problems.ts';
import { id, text } from './shapes.ts';

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
        encoding: z.optional(z.enum(ENCODINGS)),
        delimiter: z.optional(z.enum(DELIMITERS)),
      }),
      handle: async ({ body: { size = 0, encoding, delimiter, ...wanted }, correlationId, requestId }) => {
        if (size > LARGEST_FILE.bytes) {
          const detail = `A file may have at most ${LARGEST_FILE.text}. Split it into several files and import them into the same list.`;
          return problem({
            status: 413,
            code: 'file_too_large',
            detail,
            errors: [{ field: 'size', rule: `at most ${LARGEST_FILE.text}` }],
          });
        }
        const requested = await request(
          { ...wanted, format: { encoding, delimiter } },
          { correlationId, causationId: requestId },
        );
        if (!requested.ok) return listNotFound();
        const { importId, permit } = requested.value;
        return { status: 201, body: { importId, upload: permit } };
      },
    },
    edge,
  );
