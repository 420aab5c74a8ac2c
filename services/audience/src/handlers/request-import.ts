import { type HttpAnswer, type HttpEdge, httpHandler, issueOf, problem, rule } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { RequestedImport, RequestImport } from '../application/request-import.ts';
import { LARGEST_FILE, LARGEST_IMPORT } from '../domain/largest-file.ts';
import { isReadableName } from '../domain/readable-name.ts';
import type { RequestedImport as RequestedAnswer } from '../openapi/import-answers.ts';
import { fileName, formatOf, typeRefused, understanding } from './import-shapes.ts';
import { listNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { id } from './shapes.ts';

const size = z.optional(z.int().check(z.nonnegative()));

/** Misspelt words are refused: an import cannot be taken back. */
export const ImportBody = z.strictObject({
  listId: id('lst'),
  fileName: z.optional(fileName()),
  size,
  files: z.optional(
    z.array(z.strictObject({ fileName: fileName(), size })).check(
      z.minLength(1),
      z.maxLength(LARGEST_IMPORT.files),
      z.refine(
        (files) => new Set(files.map((file) => file.fileName)).size === files.length,
        rule(say('names_repeated')),
      ),
    ),
  ),
  ...understanding,
  start: z._default(z.enum(['at_once', 'when_confirmed']), 'at_once'),
  /** In which the file of rejected rows is written. */
  language: z.optional(z.enum(['en', 'ko'])),
});

interface File {
  readonly fileName: string;
  readonly size?: number | undefined;
}

/** POST /api/audience/imports */
export const requestImport = (request: RequestImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: ImportBody,
      handle: async ({ body, correlationId, requestId }) => {
        const { listId, columns, sheets, start, language } = body;
        const [first, ...others] = filesIn(body);
        if (first === undefined) return filesUnclear();
        const impossible = unreadableAmong([first, ...others]) ?? tooLargeAmong([first, ...others]);
        if (impossible !== undefined) return impossible;
        const requested = await request(
          {
            listId,
            files: [first.fileName, ...others.map((file) => file.fileName)],
            format: formatOf(body),
            ...(columns && { columns }),
            ...(sheets && { sheets }),
            ...(start === 'when_confirmed' && { start }),
            ...(language && { language }),
          },
          { correlationId, causationId: requestId },
        );
        if (requested.ok) return { status: 201, body: permitted(requested.value, body.files) };
        return requested.problem.kind === 'list_not_found' ? listNotFound() : typeRefused(requested.problem);
      },
    },
    edge,
  );

/** One file or several are said, not both. */
const filesIn = (body: z.infer<typeof ImportBody>): readonly File[] => {
  if (body.fileName === undefined) return body.files ?? [];
  return body.files === undefined ? [{ fileName: body.fileName, size: body.size }] : [];
};

const filesUnclear = (): HttpAnswer =>
  problem({
    status: 400,
    ...say('invalid_request'),
    errors: [issueOf('fileName', say('file_name_missing'))],
  });

/** Said before somebody waits for the upload of a file that nobody can read. */
const unreadableAmong = (files: readonly File[]): HttpAnswer | undefined => {
  const unreadable = files.find((file) => !isReadableName(file.fileName));
  if (unreadable === undefined) return undefined;
  const said = say('file_kind_unreadable', { file: unreadable.fileName });
  return problem({ status: 422, ...said, errors: [issueOf('fileName', say('not_a_list_file'))] });
};

const tooLargeAmong = (files: readonly File[]): HttpAnswer | undefined => {
  const sizes = files.map((file) => file.size ?? 0);
  if (sizes.some((bytes) => bytes > LARGEST_FILE.bytes)) return tooLarge('file_too_large', LARGEST_FILE.text);
  if (sizes.reduce((sum, bytes) => sum + bytes, 0) <= LARGEST_IMPORT.bytes) return undefined;
  return tooLarge('files_too_large', LARGEST_IMPORT.text);
};

const tooLarge = (code: 'file_too_large' | 'files_too_large', most: string): HttpAnswer =>
  problem({ status: 413, ...say(code, { most }), errors: [issueOf('size', say('at_most', { most }))] });

/** Where to put each file; who asked for one is told of one. */
const permitted = (
  { importId, permits }: RequestedImport,
  files: readonly File[] | undefined,
): Answer<typeof RequestedAnswer> => ({
  importId,
  upload: permits[0],
  ...(files && { uploads: permits.flatMap((upload, n) => (files[n] ? [{ file: files[n].fileName, upload }] : [])) }),
});
