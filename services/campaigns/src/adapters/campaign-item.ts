import * as z from 'zod/mini';

import { type Campaign, isEnded } from '../domain/campaign.ts';
import { AudienceItem, fromAudienceItem } from './audience-item.ts';
import { DoubtItem, fromDoubtItem } from './doubt-item.ts';
import { fromLimitsItem, LimitsItem, LocalTimeItem, WindowItem } from './wishes-item.ts';

const shared = {
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
  z.object({ ...shared, status: z.literal('draft') }),
  z.object({ ...shared, status: z.literal('scheduled'), sendAt: z.iso.datetime() }),
  z.object({ ...shared, status: z.enum(['sending', 'held']) }),
  z.object({ ...shared, status: z.enum(['sent', 'cancelled', 'failed']), endedAt: z.optional(z.iso.datetime()) }),
]);

export const toCampaignItem = (campaign: Campaign) => {
  if (campaign.status === 'scheduled') return { ...campaign, sendAt: campaign.sendAt.toISOString() };
  if (!isEnded(campaign) || campaign.endedAt === undefined) return campaign;
  return { ...campaign, endedAt: campaign.endedAt.toISOString() };
};

const fromOrigin = (from: z.infer<typeof Item>['from']): Campaign['from'] =>
  'senderId' in from ? from : { address: from.address, ...(from.name !== undefined && { name: from.name }) };

const planOf = (item: z.infer<typeof Item>) => ({
  name: item.name,
  templateId: item.templateId,
  listId: item.listId,
  from: fromOrigin(item.from),
  ...(item.replyTo !== undefined && { replyTo: item.replyTo }),
  ...(item.audience && { audience: fromAudienceItem(item.audience) }),
  ...(item.doubt && { doubt: fromDoubtItem(item.doubt) }),
  ...(item.window && { window: item.window }),
  ...(item.guardrails && { guardrails: fromLimitsItem(item.guardrails) }),
});

const identityOf = (item: z.infer<typeof Item>) => ({
  ...planOf(item),
  id: item.id,
  version: item.version,
  attempt: item.attempt,
  ...(item.changedBy !== undefined && { changedBy: item.changedBy }),
  ...(item.localTime && { localTime: item.localTime }),
});

const endOf = ({ endedAt }: { readonly endedAt?: string | undefined }) =>
  endedAt === undefined ? {} : { endedAt: new Date(endedAt) };

export const fromCampaignItem = (stored: unknown): Campaign => {
  const item = z.parse(Item, stored);
  const identity = identityOf(item);
  switch (item.status) {
    case 'scheduled':
      return { ...identity, status: item.status, sendAt: new Date(item.sendAt) };
    case 'draft':
    case 'sending':
    case 'held':
      return { ...identity, status: item.status };
    case 'sent':
    case 'cancelled':
    case 'failed':
      return { ...identity, status: item.status, ...endOf(item) };
  }
};
