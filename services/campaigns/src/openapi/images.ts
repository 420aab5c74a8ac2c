import type { Operation } from '@bulkhead/openapi';

import { ImageBody } from '../handlers/image-shapes.ts';
import { ImageToUpload } from './answers-images.ts';

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
];
