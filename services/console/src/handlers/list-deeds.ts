import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { DeedLog } from '../application/deed-log.ts';
import type { Deed } from '../domain/deed.ts';
import type { DeedsPage, DeedView } from '../openapi/audit.ts';
import { AuditQuery } from './audit-query.ts';

const deedView = ({ at, ...deed }: Deed): Answer<typeof DeedView> => ({ at: at.toISOString(), ...deed });

/** GET /api/console/audit: who did what, newest first. */
export const listDeeds = (deeds: Pick<DeedLog, 'page'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      query: AuditQuery,
      handle: async ({ query: { from, limit, cursor } }) => {
        const page = await deeds.page({ limit, cursor, from: from === undefined ? undefined : new Date(from) });
        const body = { items: page.items.map(deedView), ...(page.cursor !== undefined && { cursor: page.cursor }) };
        return { status: 200, body: body satisfies Answer<typeof DeedsPage> };
      },
    },
    edge,
  );
