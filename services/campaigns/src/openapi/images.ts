import type { Operation } from '@bulkhead/openapi';

import { ImageBody, ImagePath } from '../handlers/image-shapes.ts';
import { PageQuery } from '../handlers/shapes.ts';
import { ImagePage, ImageToUpload } from './answers-images.ts';

export const imageOperations: readonly Operation[] = [
  {
    operationId: 'addImage',
    route: 'POST /api/campaigns/images',
    role: 'author',
    summary: 'Makes room for a picture that mails load from the web, and says how to upload it. It is public.',
    body: ImageBody,
    answers: { 201: { schema: ImageToUpload } },
    problems: { 422: ['image_type_refused', 'image_size_unusable'] },
  },
  {
    operationId: 'listImages',
    route: 'GET /api/campaigns/images',
    role: 'viewer',
    summary:
      'Lists pictures that mails load from the web, the newest first. One that was announced and never uploaded is among them.',
    query: PageQuery,
    answers: { 200: { schema: ImagePage } },
  },
  {
    operationId: 'deleteImage',
    route: 'DELETE /api/campaigns/images/{imageId}',
    role: 'author',
    summary:
      'Deletes a picture that mails load from the web. Mails that show it, sent ones included, have a gap instead.',
    path: ImagePath,
    answers: { 204: {} },
    problems: { 404: ['image_not_found'] },
  },
];
