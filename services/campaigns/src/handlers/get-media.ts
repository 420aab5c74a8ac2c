import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { GetMedia } from '../application/media.ts';
import { mediaNotFound } from './problems.ts';
import { MediaPath } from './shapes.ts';
import { mediaView } from './views.ts';

/** GET /api/campaigns/media/{mediaId} */
export const getMedia = (get: GetMedia, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: MediaPath,
      handle: async ({ path: { mediaId } }) => {
        const found = await get(mediaId);
        if (found === undefined) return mediaNotFound();
        const { media, url } = found;
        return {
          status: 200,
          body: { ...mediaView(media), status: url === undefined ? 'awaiting_upload' : 'ready', url },
        };
      },
    },
    edge,
  );
