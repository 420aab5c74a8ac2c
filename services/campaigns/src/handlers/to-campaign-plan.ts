import { includesRole, type Role } from '@bulkhead/lambda-kit';
import type * as z from 'zod/mini';

import type { Writer } from '../application/campaigns.ts';
import { type Audience, tidyAudience } from '../domain/audience.ts';
import type { CampaignPlan, DoubtWishes } from '../domain/campaign.ts';
import type { GuardrailLimits } from '../domain/guardrail.ts';
import { weekdays } from '../domain/send-window.ts';
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

/** Who sets up senders may send as anybody. */
export const writerOf = (role: Role | undefined): Writer => ({
  maySendAsAnybody: role !== undefined && includesRole(role, 'administrator'),
});

/** What a person decides about a campaign; nothing where it is not clear who sends it. */
export const toCampaignPlan = ({
  from,
  senderId,
  replyTo,
  doubt = {},
  audience,
  window,
  guardrails = {},
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
      ...(window && { window: { ...window, days: weekdays.filter((day) => window.days.includes(day)) } }),
      ...(Object.keys(guardrails).length > 0 && { guardrails: toLimits(guardrails) }),
    }
  );
};

const fromAudienceBody = ({
  lists = [],
  exclude = [],
  segments = [],
  excludeSegments = [],
}: NonNullable<Body['audience']>): Audience => ({ lists, exclude, segments, excludeSegments });

const toLimits = ({ hardBounces, complaints }: NonNullable<Body['guardrails']>): GuardrailLimits => ({
  ...(hardBounces !== undefined && { hardBounces }),
  ...(complaints !== undefined && { complaints }),
});

const toWishes = ({ policy, settleMinutes }: NonNullable<Body['doubt']>): DoubtWishes => ({
  ...(policy && { policy }),
  ...(settleMinutes !== undefined && { settleMinutes }),
});
