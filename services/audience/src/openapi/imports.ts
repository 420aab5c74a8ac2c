import type { Operation } from '@bulkhead/openapi';

import { ImportsQuery } from '../handlers/list-imports.ts';
import { ImportPreviewQuery } from '../handlers/preview-import.ts';
import { ReplayBody } from '../handlers/replay-import.ts';
import { ImportBody } from '../handlers/request-import.ts';
import { ImportPath } from '../handlers/shapes.ts';
import { StartBody } from '../handlers/start-import.ts';
import { pageOf } from './answers.ts';
import { FILE_PROBLEMS, Import, ImportNamed, ImportPreview, ImportSummary, RequestedImport } from './import-answers.ts';

const notFound = { 404: ['import_not_found'] };
const typeUnfit = { 422: ['attributes_too_many', 'attribute_type_differs'] };

export const ImportPage = pageOf(ImportSummary);

export const importOperations: readonly Operation[] = [
  {
    operationId: 'requestImport',
    route: 'POST /api/audience/imports',
    role: 'author',
    summary: 'Announces one file or several, and says where to upload them.',
    body: ImportBody,
    answers: { 201: { schema: RequestedImport } },
    problems: {
      400: ['invalid_request'],
      404: ['list_not_found'],
      413: ['file_too_large', 'files_too_large'],
      422: [...typeUnfit[422], 'file_kind_unreadable'],
    },
  },
  {
    operationId: 'listImports',
    route: 'GET /api/audience/imports',
    role: 'viewer',
    summary: 'Lists the imports into a list, or into all lists, the newest first.',
    query: ImportsQuery,
    answers: { 200: { schema: ImportPage } },
  },
  {
    operationId: 'getImport',
    route: 'GET /api/audience/imports/{importId}',
    role: 'viewer',
    summary: 'Shows how far an import is.',
    path: ImportPath,
    answers: { 200: { schema: Import } },
    problems: notFound,
  },
  {
    operationId: 'previewImport',
    route: 'GET /api/audience/imports/{importId}/preview',
    role: 'viewer',
    summary: 'Shows the beginning of an uploaded file as it would be imported.',
    path: ImportPath,
    query: ImportPreviewQuery,
    answers: { 200: { schema: ImportPreview } },
    problems: { ...notFound, 409: ['upload_not_found'], 422: FILE_PROBLEMS },
  },
  {
    operationId: 'startImport',
    route: 'POST /api/audience/imports/{importId}/start',
    role: 'author',
    summary: 'Lets an import be read that waits for somebody who has looked at its files.',
    path: ImportPath,
    body: StartBody,
    answers: { 202: { schema: ImportNamed, description: 'The files will be read.' } },
    problems: { ...notFound, 409: ['upload_not_found', 'import_not_waiting'], ...typeUnfit },
  },
  {
    operationId: 'cancelImport',
    route: 'POST /api/audience/imports/{importId}/cancel',
    role: 'author',
    summary: 'Stops an import. What was written until then stays.',
    path: ImportPath,
    answers: { 202: { schema: ImportNamed, description: 'The import will stop.' } },
    problems: { ...notFound, 409: ['import_over'] },
  },
  {
    operationId: 'replayImport',
    route: 'POST /api/audience/imports/{importId}/replay',
    role: 'author',
    summary: 'Reads uploaded files once more; those of a finished import if somebody says so.',
    path: ImportPath,
    body: ReplayBody,
    answers: { 202: { schema: ImportNamed, description: 'The files will be read again.' } },
    problems: { ...notFound, 409: ['upload_not_found', 'import_finished'] },
  },
];
