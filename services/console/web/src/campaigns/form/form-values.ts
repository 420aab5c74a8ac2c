import * as z from 'zod/mini';

import type { Campaign, CampaignBody } from '../campaign.ts';
import { ownZone } from '../send/zoned-time.ts';
import { type AudienceChoice, flawOf as audienceFlaw, fromPlan, toPlan } from './audience-choice.ts';
import { toGuardrails, toPercent } from './guardrail-values.ts';
import { toWindow, toWindowValues, usualWindow, type WindowFlaw, WindowValues, windowFlaw } from './window-values.ts';

const ids = z.array(z.string());

/** What somebody has written into the form of a campaign; kept in the tab until it is saved. */
export const FormValues = z.object({
  name: z.string(),
  /** One of the senders that are set up, or one that is written by hand. */
  senderBy: z.enum(['choice', 'hand']),
  senderId: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  replyTo: z.string(),
  templateId: z.string(),
  audience: z.object({ lists: ids, exclude: ids, segments: ids, excludeSegments: ids }),
  doubtPolicy: z.enum(['usual', 'resend', 'leave']),
  settleMinutes: z.union([z.number(), z.literal('')]),
  window: WindowValues,
  hardBounces: z.union([z.number(), z.literal('')]),
  complaints: z.union([z.number(), z.literal('')]),
});
export type FormValues = z.infer<typeof FormValues>;

export const emptyForm: FormValues = {
  name: '',
  senderBy: 'choice',
  senderId: '',
  fromName: '',
  fromAddress: '',
  replyTo: '',
  templateId: '',
  audience: { lists: [], exclude: [], segments: [], excludeSegments: [] },
  doubtPolicy: 'usual',
  settleMinutes: '',
  window: usualWindow,
  hardBounces: '',
  complaints: '',
};

const copied = ({ lists, exclude, segments, excludeSegments }: AudienceChoice): FormValues['audience'] => ({
  lists: [...lists],
  exclude: [...exclude],
  segments: [...segments],
  excludeSegments: [...excludeSegments],
});

const senderIn = ({ senderId, from, replyTo = '' }: Campaign) => ({
  senderBy: senderId === undefined ? ('hand' as const) : ('choice' as const),
  senderId: senderId ?? '',
  fromName: from?.name ?? '',
  fromAddress: from?.address ?? '',
  replyTo,
});

export const toForm = (campaign: Campaign): FormValues => ({
  name: campaign.name,
  ...senderIn(campaign),
  templateId: campaign.templateId,
  audience: copied(fromPlan(campaign)),
  doubtPolicy: campaign.doubt?.policy ?? 'usual',
  settleMinutes: campaign.doubt?.settleMinutes ?? '',
  window: toWindowValues(campaign.window),
  hardBounces: toPercent(campaign.guardrails?.hardBounces),
  complaints: toPercent(campaign.guardrails?.complaints),
});

/** What is sent to be saved; what is not said is left to the service. */
export const toBody = (values: FormValues): CampaignBody => ({
  name: values.name.trim(),
  templateId: values.templateId,
  ...toPlan(values.audience),
  ...senderOf(values),
  ...doubtOf(values),
  ...toWindow(values.window, ownZone()),
  ...toGuardrails(values),
});

const senderOf = ({ senderBy, senderId, fromName, fromAddress, replyTo }: FormValues) => {
  if (senderBy === 'choice') return { senderId };
  const name = fromName.trim();
  const answersTo = replyTo.trim();
  return {
    from: { address: fromAddress.trim(), ...(name !== '' && { name }) },
    ...(answersTo !== '' && { replyTo: answersTo }),
  };
};

const doubtOf = ({ doubtPolicy, settleMinutes }: FormValues) => {
  const doubt = {
    ...(doubtPolicy !== 'usual' && { policy: doubtPolicy }),
    ...(settleMinutes !== '' && { settleMinutes }),
  };
  return Object.keys(doubt).length === 0 ? {} : { doubt };
};

export type Flaw =
  | 'name_missing'
  | 'sender_missing'
  | 'address_unusable'
  | 'template_missing'
  | 'lists_missing'
  | 'list_twice'
  | 'segment_twice'
  | WindowFlaw;

export type FlawedField = 'name' | 'senderId' | 'fromAddress' | 'replyTo' | 'templateId' | 'audience' | 'window';

/** As far as a form can tell at once; the service looks more closely. */
const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text.trim());

const senderFlaws = (values: FormValues): Partial<Record<FlawedField, Flaw>> => {
  if (values.senderBy === 'choice') return values.senderId === '' ? { senderId: 'sender_missing' } : {};
  return {
    ...(!looksLikeAddress(values.fromAddress) && { fromAddress: 'address_unusable' as const }),
    ...(values.replyTo.trim() !== '' && !looksLikeAddress(values.replyTo) && { replyTo: 'address_unusable' as const }),
  };
};

/** What has to be mended before it can be saved, by field. */
export const flawsOf = (values: FormValues): Partial<Record<FlawedField, Flaw>> => {
  const audience = audienceFlaw(values.audience);
  const window = windowFlaw(values.window);
  return {
    ...(values.name.trim() === '' && { name: 'name_missing' as const }),
    ...senderFlaws(values),
    ...(values.templateId === '' && { templateId: 'template_missing' as const }),
    ...(audience !== undefined && { audience }),
    ...(window !== undefined && { window }),
  };
};

export const readForm = (stored: unknown): FormValues | undefined => {
  const found = z.safeParse(FormValues, stored);
  return found.success ? found.data : undefined;
};

/** Whether two forms would save the same. */
export const isSame = (one: FormValues, other: FormValues): boolean =>
  JSON.stringify(toBody(one)) === JSON.stringify(toBody(other));
