import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RemoveMedia } from '../application/media.ts';
import { mediaNotFound } from './problems.ts';
import { MediaPath } from './shapes.ts';

/** DELETE /api/campaigns/media/{mediaId} */
export const deleteMedia = (remove: RemoveMedia, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: MediaPath,
      handle: async ({ path: { mediaId } }) => {
        const outcome = await remove(mediaId);
        return outcome.ok ? { status: 204 } : mediaNotFound();
      },
    },
    edge,
  );
