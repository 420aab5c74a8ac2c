import type { components } from '../api/campaigns.d.ts';

export type Campaign = components['schemas']['Campaign'];
export type CampaignBody = components['schemas']['CreateCampaignBody'];
export type Sender = components['schemas']['Sender'];
export type Template = components['schemas']['Template'];
export type Check = components['schemas']['Check'];
export type Preflight = components['schemas']['Preflight'];
export type Status = Campaign['status'];

/** Of a draft: it is written, then checked and sent. */
export const STEPS = ['plan', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const FILTERS = ['all', 'draft', 'scheduled', 'under_way', 'over'] as const;
export type Filter = (typeof FILTERS)[number];

const STATUSES = {
  draft: ['draft'],
  scheduled: ['scheduled'],
  under_way: ['sending', 'held'],
  over: ['sent', 'cancelled', 'failed'],
} as const satisfies Record<Exclude<Filter, 'all'>, readonly Status[]>;

export const isFilter = (word: unknown): word is Filter => FILTERS.some((filter) => filter === word);

/** What the service calls the states that a filter shows; nothing where it shows all. */
export const statusesOf = (filter: Filter): string | undefined =>
  filter === 'all' ? undefined : STATUSES[filter].join(',');

/** The run whose mail a campaign has fixed, or is about to: what is edited from now on changes nothing of it. */
export const runOf = ({ status, runId }: Pick<Campaign, 'status' | 'runId'>): string | undefined =>
  status === 'draft' || status === 'scheduled' ? undefined : runId;
