import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RemoveImage } from '../application/images.ts';
import { notFound } from './answers.ts';
import { ImagePath } from './image-shapes.ts';
import { say } from './sentences.ts';

/** DELETE /api/campaigns/images/{imageId} */
export const deleteImage = (remove: RemoveImage, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ImagePath,
      handle: async ({ path: { imageId } }) => {
        const outcome = await remove(imageId);
        return outcome.ok ? { status: 204 } : notFound(say(outcome.problem.kind));
      },
    },
    edge,
  );
