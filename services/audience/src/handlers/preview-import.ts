import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { Preview, PreviewImport } from '../application/preview/preview-import.ts';
import { LARGEST_IMPORT } from '../domain/largest-file.ts';
import { DELIMITERS, ENCODINGS } from '../domain/text-format.ts';
import type { ImportPreview } from '../openapi/import-answers.ts';
import { formatOf } from './import-shapes.ts';
import { importNotFound, uploadNotFound } from './problems.ts';
import { ImportPath } from './shapes.ts';

export const ImportPreviewQuery = z.object({
  file: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LARGEST_IMPORT.files)), 1),
  sheet: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  encoding: z.optional(z.enum(ENCODINGS)),
  delimiter: z.optional(z.enum(DELIMITERS)),
});

/** GET /api/audience/imports/{importId}/preview */
export const previewImport = (preview: PreviewImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ImportPath,
      query: ImportPreviewQuery,
      handle: async ({ path: { importId }, query }) => {
        const { file, sheet } = query;
        const previewed = await preview({ importId, file, sheet, format: formatOf(query) });
        if (previewed.ok) return { status: 200, body: previewBody(file, previewed.value) };
        if (previewed.problem.kind === 'import_not_found') return importNotFound();
        if (previewed.problem.kind === 'upload_not_found') return uploadNotFound();
        const { code, message } = previewed.problem.because;
        return problem({ status: 422, code, detail: message });
      },
    },
    edge,
  );

const previewBody = (
  number: number,
  { fileName, beginning, remembered, ...sheet }: Preview,
): Answer<typeof ImportPreview> => ({
  file: number,
  fileName,
  ...beginning,
  ...sheet,
  ...(remembered && { remembered }),
});
