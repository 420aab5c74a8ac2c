import type { Operation } from '@bulkhead/openapi';

import { MediaBody, MediaPath, PageQuery } from '../handlers/shapes.ts';
import { MediaPage, MediaToUpload, MediaWithStatus } from './answers.ts';

const notFound = ['media_not_found'];

export const mediaOperations: readonly Operation[] = [
  {
    operationId: 'addMedia',
    route: 'POST /api/campaigns/media',
    role: 'author',
    summary: 'Announces a file for mails, and says how to upload it.',
    body: MediaBody,
    answers: { 201: { schema: MediaToUpload } },
    problems: { 422: ['file_name_unusable', 'file_type_refused', 'content_type_refused', 'file_size_unusable'] },
  },
  {
    operationId: 'listMedia',
    route: 'GET /api/campaigns/media',
    role: 'viewer',
    summary: 'Lists files for mails, the newest first.',
    query: PageQuery,
    answers: { 200: { schema: MediaPage } },
  },
  {
    operationId: 'getMedia',
    route: 'GET /api/campaigns/media/{mediaId}',
    role: 'viewer',
    summary: 'Shows a file for mails, and where to look at it.',
    path: MediaPath,
    answers: { 200: { schema: MediaWithStatus } },
    problems: { 404: notFound },
  },
  {
    operationId: 'deleteMedia',
    route: 'DELETE /api/campaigns/media/{mediaId}',
    role: 'author',
    summary: 'Deletes a file for mails. Runs under way keep their copies.',
    path: MediaPath,
    answers: { 204: {} },
    problems: { 404: notFound },
  },
];
