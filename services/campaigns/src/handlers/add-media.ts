import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { AddMedia } from '../application/media.ts';
import { answerTo } from './problems.ts';
import { MediaBody } from './shapes.ts';
import { mediaView } from './views.ts';

/** POST /api/campaigns/media */
export const addMedia = (add: AddMedia, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: MediaBody,
      handle: async ({ body: { size, ...file } }) => {
        const outcome = await add({ ...file, bytes: size });
        if (!outcome.ok) return answerTo(outcome.problem);
        const { media, upload } = outcome.value;
        return { status: 201, body: { ...mediaView(media), upload } };
      },
    },
    edge,
  );
