import { type HttpAnswer, type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ReplayImport } from '../application/imports.ts';
import { importNotFound, uploadNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ImportPath } from './shapes.ts';

/** A finished import is read again only if somebody says so. */
export const ReplayBody = z.optional(z.strictObject({ again: z.optional(z.boolean()) }));

/** POST /api/audience/imports/{importId}/replay */
export const replayImport = (replay: ReplayImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ImportPath,
      body: ReplayBody,
      handle: async ({ path: { importId }, body }) => {
        const outcome = await replay(importId, { again: body?.again });
        return outcome.ok ? { status: 202, body: { importId } } : refusals[outcome.problem.kind]();
      },
    },
    edge,
  );

const finished = (): HttpAnswer => problem({ status: 409, ...say('import_finished') });

const refusals = { import_not_found: importNotFound, import_finished: finished, upload_not_found: uploadNotFound };
