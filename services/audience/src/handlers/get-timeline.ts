import { encodeCursor, type HttpEdge, httpHandler, openCursor } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { GetTimeline } from '../application/timeline/get-timeline.ts';
import { contactNotFound } from './problems.ts';
import { ContactPath, pageQuery } from './shapes.ts';
import { happeningView } from './timeline-view.ts';

/** A day or an instant, and what happened then. */
const Mark = z.object({ before: z.string().check(z.regex(/^\d{4}-\d\d-\d\d[^#]{0,20}#.{1,200}$/)) });

/** GET /api/audience/contacts/{contactId}/timeline */
export const getTimeline = (get: GetTimeline, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ContactPath,
      query: pageQuery,
      handle: async ({ path, query: { limit, cursor } }) => {
        const page = await get(path.contactId, { limit, cursor: openCursor(Mark, cursor)?.before });
        if (page === undefined) return contactNotFound();
        const next = page.cursor === undefined ? undefined : encodeCursor({ before: page.cursor });
        return { status: 200, body: { items: page.items.map(happeningView), cursor: next } };
      },
    },
    edge,
  );
