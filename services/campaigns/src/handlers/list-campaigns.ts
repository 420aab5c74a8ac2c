import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Campaigns } from '../application/ports.ts';
import { PageQuery, pageOf } from './shapes.ts';
import { campaignView } from './views.ts';

/** GET /api/campaigns/campaigns */
export const listCampaigns = (campaigns: Pick<Campaigns, 'list'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: PageQuery,
      handle: async ({ query }) => {
        const { items, ...rest } = await campaigns.list(pageOf(query));
        return { status: 200, body: { items: items.map(campaignView), ...rest } };
      },
    },
    edge,
  );
