import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { StartImport } from '../application/preview/start-import.ts';
import { formatOf, typeRefused, understanding } from './import-shapes.ts';
import { importNotFound, uploadNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ImportPath } from './shapes.ts';

export const StartBody = z.strictObject(understanding);

/** POST /api/audience/imports/{importId}/start */
export const startImport = (start: StartImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ImportPath,
      body: StartBody,
      handle: async ({ path: { importId }, body, correlationId, requestId }) => {
        const { columns, sheets } = body;
        const format = formatOf(body);
        const said = { ...(columns && { columns }), ...(sheets && { sheets }), ...(format && { format }) };
        const outcome = await start(importId, said, { correlationId, causationId: requestId });
        if (outcome.ok) return { status: 202, body: { importId } };
        if (outcome.problem.kind === 'import_not_found') return importNotFound();
        if (outcome.problem.kind === 'upload_not_found') return uploadNotFound();
        return outcome.problem.kind === 'import_not_waiting' ? notWaiting() : typeRefused(outcome.problem);
      },
    },
    edge,
  );

const notWaiting = () => problem({ status: 409, ...say('import_not_waiting') });
