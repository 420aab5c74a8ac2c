import type * as z from 'zod/mini';

import { type Audience, tidyAudience } from '../domain/audience.ts';
import type { CampaignPlan, DoubtWishes } from '../domain/campaign.ts';
import type { CampaignBody } from './shapes.ts';

type Body = z.infer<typeof CampaignBody>;

/** Who a campaign comes from, if that is said once. */
const originOf = ({
  from,
  senderId,
  replyTo,
}: Pick<Body, 'from' | 'senderId' | 'replyTo'>): Pick<CampaignPlan, 'from' | 'replyTo'> | undefined => {
  if (senderId !== undefined) return from || replyTo !== undefined ? undefined : { from: { senderId } };
  return (
    from && {
      from: { address: from.address, ...(from.name !== undefined && { name: from.name }) },
      ...(replyTo !== undefined && { replyTo }),
    }
  );
};

/** What a person decides about a campaign; nothing where it is not clear who sends it. */
export const toCampaignPlan = ({
  from,
  senderId,
  replyTo,
  doubt = {},
  audience,
  ...plan
}: Body): CampaignPlan | undefined => {
  const origin = originOf({ from, senderId, replyTo });
  const beside = tidyAudience(plan.listId, audience && fromAudienceBody(audience));
  return (
    origin && {
      ...plan,
      ...origin,
      ...(Object.keys(doubt).length > 0 && { doubt: toWishes(doubt) }),
      ...(beside && { audience: beside }),
    }
  );
};

const fromAudienceBody = ({
  lists = [],
  exclude = [],
  segments = [],
  excludeSegments = [],
}: NonNullable<Body['audience']>): Audience => ({ lists, exclude, segments, excludeSegments });

const toWishes = ({ policy, settleMinutes }: NonNullable<Body['doubt']>): DoubtWishes => ({
  ...(policy && { policy }),
  ...(settleMinutes !== undefined && { settleMinutes }),
});
