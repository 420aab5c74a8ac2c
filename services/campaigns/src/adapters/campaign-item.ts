import * as z from 'zod/mini';

import type { Campaign } from '../domain/campaign.ts';
import { AudienceItem, fromAudienceItem } from './audience-item.ts';
import { DoubtItem, fromDoubtItem } from './doubt-item.ts';
import { fromLimitsItem, LimitsItem, LocalTimeItem, WindowItem } from './wishes-item.ts';

const identity = {
  id: z.string(),
  version: z.number(),
  attempt: z.number(),
  changedBy: z.optional(z.string()),
  name: z.string(),
  templateId: z.string(),
  listId: z.string(),
  audience: z.optional(AudienceItem),
  from: z.union([z.object({ senderId: z.string() }), z.object({ name: z.optional(z.string()), address: z.string() })]),
  replyTo: z.optional(z.string()),
  doubt: z.optional(DoubtItem),
  window: z.optional(WindowItem),
  guardrails: z.optional(LimitsItem),
  localTime: z.optional(LocalTimeItem),
};

const Item = z.discriminatedUnion('status', [
  z.object({ ...identity, status: z.literal('draft') }),
  z.object({ ...identity, status: z.literal('scheduled'), sendAt: z.iso.datetime() }),
  z.object({ ...identity, status: z.enum(['sending', 'held']) }),
  z.object({ ...identity, status: z.enum(['sent', 'cancelled', 'failed']) }),
]);

export const toCampaignItem = (campaign: Campaign) =>
  campaign.status === 'scheduled' ? { ...campaign, sendAt: campaign.sendAt.toISOString() } : campaign;

const fromOrigin = (from: z.infer<typeof Item>['from']): Campaign['from'] =>
  'senderId' in from ? from : { address: from.address, ...(from.name !== undefined && { name: from.name }) };

export const fromCampaignItem = (item: unknown): Campaign => {
  const { from, changedBy, replyTo, doubt, audience, window, guardrails, localTime, ...row } = z.parse(Item, item);
  const rest = {
    from: fromOrigin(from),
    ...(changedBy !== undefined && { changedBy }),
    ...(replyTo !== undefined && { replyTo }),
    ...(audience && { audience: fromAudienceItem(audience) }),
    ...(doubt && { doubt: fromDoubtItem(doubt) }),
    ...(window && { window }),
    ...(guardrails && { guardrails: fromLimitsItem(guardrails) }),
    ...(localTime && { localTime }),
  };
  return row.status === 'scheduled' ? { ...row, ...rest, sendAt: new Date(row.sendAt) } : { ...row, ...rest };
};
