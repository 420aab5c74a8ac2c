import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Campaigns } from '../application/ports.ts';
import { campaignStatuses } from '../domain/campaign.ts';
import { PageQuery, pageOf } from './shapes.ts';
import { campaignView } from './views.ts';

const statuses = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(100)),
    z.transform((list: string) => [...new Set(list.split(','))]),
  ),
  z.array(z.enum(campaignStatuses)),
);

export const CampaignsQuery = z.extend(PageQuery, { status: z.optional(statuses) });

/** GET /api/campaigns/campaigns?status=sending,held */
export const listCampaigns = (campaigns: Pick<Campaigns, 'list'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: CampaignsQuery,
      handle: async ({ query: { status: among, ...query } }) => {
        const { items, ...rest } = await campaigns.list({ ...pageOf(query), among });
        return { status: 200, body: { items: items.map(campaignView), ...rest } };
      },
    },
    edge,
  );
