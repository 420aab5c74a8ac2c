import {
  type Campaign,
  type CampaignPlan,
  type Change,
  isRunning,
  nextVersionOf,
  type ScheduledCampaign,
} from './campaign.ts';
import { type LocalTime, type LocalTimeProblem, type Start, startByLocalTime } from './local-time.ts';
import { type Result, refuse, succeed } from './result.ts';

export type LifecycleProblem =
  | LocalTimeProblem
  | { readonly kind: 'not_editable'; readonly status: Campaign['status'] }
  | { readonly kind: 'not_launchable'; readonly status: Campaign['status'] }
  | { readonly kind: 'not_schedulable'; readonly status: Campaign['status'] }
  | { readonly kind: 'not_scheduled'; readonly status: Campaign['status'] }
  | { readonly kind: 'about_to_start'; readonly sendAt: Date }
  | { readonly kind: 'send_time_too_close'; readonly earliest: Date }
  | { readonly kind: 'send_time_too_far'; readonly latest: Date }
  | { readonly kind: 'outdated'; readonly version: number };

type Decision = Result<Campaign, LifecycleProblem>;

/** A schedule fires within its minute; nearer than this a change could come too late and the run start anyway. */
const SCHEDULE_LEAD_MS = 60_000;
/** Nobody plans further than that; a year that is wrong by a digit is a slip. */
const LONGEST_AHEAD_MS = 366 * 86_400_000;
/** So long after its time a run has begun, or something has kept it from beginning: then people may change its campaign again. */
export const START_MS = 10 * 60_000;
/** What a command may lose on its way through the queue before it is too late to obey it. */
const CONSUMER_LEAD_MS = 15_000;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** Whether people may change it again, though it has not begun. */
export const isOverdue = ({ sendAt }: ScheduledCampaign, now: Date): boolean => sendAt <= later(now, -START_MS);

const isAboutToStart = (campaign: ScheduledCampaign, now: Date, leadMs: number): boolean =>
  campaign.sendAt < later(now, leadMs) && !isOverdue(campaign, now);

/**
 * A time that is moved or taken back may fire all the same. Its execution then belongs to an attempt that has passed: it
 * sends nothing, and the name of the next one is free.
 */
const attemptAfterTime = (campaign: Campaign): number => campaign.attempt + (campaign.status === 'scheduled' ? 1 : 0);

/** Its next version without the time at which it was to be sent. */
const withoutTime = (campaign: Campaign) => {
  const { localTime: _, ...rest } = nextVersionOf(campaign);
  return rest;
};

/** Changes what is sent to whom, while it is a draft. */
export const editCampaign = (campaign: Campaign, plan: CampaignPlan): Decision => {
  if (campaign.status !== 'draft') return refuse({ kind: 'not_editable', status: campaign.status });
  const { id, version, attempt } = campaign;
  return succeed({ ...plan, id, version: version + 1, attempt, status: 'draft' });
};

/**
 * Starts the run of a draft now, or of a scheduled campaign before its time: then everybody is mailed at once. Long after its
 * time the execution of that time may have ended without anybody knowing: it starts with the next one.
 */
export const launchCampaign = (
  campaign: Campaign,
  { change, now }: { readonly change: Change; readonly now: Date },
): Decision => {
  if (campaign.changedBy === change.id) return succeed(campaign);
  if (isRunning(campaign)) return succeed(campaign);
  if (campaign.status !== 'draft' && campaign.status !== 'scheduled') {
    return refuse({ kind: 'not_launchable', status: campaign.status });
  }
  if (campaign.version !== change.version) return refuse({ kind: 'outdated', version: campaign.version });
  const isLate = campaign.status === 'scheduled' && isOverdue(campaign, now);
  const attempt = isLate ? attemptAfterTime(campaign) : campaign.attempt;
  return succeed({ ...withoutTime(campaign), attempt, changedBy: change.id, status: 'sending' });
};

/** When a campaign is to be sent: at one moment, or at everybody's own. */
export type SendTime = { readonly sendAt: Date } | { readonly localTime: LocalTime };

const startOf = (time: SendTime, reach: Parameters<typeof startByLocalTime>[1]): Result<Start, LifecycleProblem> => {
  if ('localTime' in time) return startByLocalTime(time.localTime, reach);
  const { sendAt } = time;
  if (sendAt < reach.earliest) return refuse({ kind: 'send_time_too_close', earliest: reach.earliest });
  if (sendAt > reach.latest) return refuse({ kind: 'send_time_too_far', latest: reach.latest });
  return succeed({ sendAt });
};

/** Says whether a person may still set or move the time of a campaign, and when its run starts then. */
export const mayBeScheduled = (campaign: Campaign, time: SendTime, now: Date): Result<Start, LifecycleProblem> => {
  if (campaign.status !== 'draft' && campaign.status !== 'scheduled') {
    return refuse({ kind: 'not_schedulable', status: campaign.status });
  }
  const earliest = later(now, SCHEDULE_LEAD_MS);
  const reach = { earliest, latest: later(now, LONGEST_AHEAD_MS), hasWindow: campaign.window !== undefined };
  const start = startOf(time, reach);
  if (!start.ok) return start;
  if (campaign.status === 'scheduled' && isAboutToStart(campaign, now, SCHEDULE_LEAD_MS)) {
    return refuse({ kind: 'about_to_start', sendAt: campaign.sendAt });
  }
  return start;
};

/** Fixes, or moves, the time at which the run of a campaign starts. */
export const scheduleCampaign = (
  campaign: Campaign,
  start: Start,
  { change, now }: { readonly change: Change; readonly now: Date },
): Decision => {
  if (campaign.changedBy === change.id) return succeed(campaign);
  if (campaign.status !== 'draft' && campaign.status !== 'scheduled') {
    return refuse({ kind: 'not_schedulable', status: campaign.status });
  }
  if (campaign.version !== change.version) return refuse({ kind: 'outdated', version: campaign.version });
  if (campaign.status === 'scheduled' && isAboutToStart(campaign, now, CONSUMER_LEAD_MS)) {
    return refuse({ kind: 'about_to_start', sendAt: campaign.sendAt });
  }
  const attempt = attemptAfterTime(campaign);
  return succeed({ ...withoutTime(campaign), ...start, attempt, changedBy: change.id, status: 'scheduled' });
};

/** Says whether a person may still take the time of a campaign back. */
export const mayBeUnscheduled = (campaign: Campaign, now: Date): Result<undefined, LifecycleProblem> => {
  if (campaign.status !== 'scheduled') return refuse({ kind: 'not_scheduled', status: campaign.status });
  if (isAboutToStart(campaign, now, SCHEDULE_LEAD_MS)) {
    return refuse({ kind: 'about_to_start', sendAt: campaign.sendAt });
  }
  return succeed(undefined);
};

/** Makes a scheduled campaign a draft again. */
export const unscheduleCampaign = (
  campaign: Campaign,
  { change, now }: { readonly change: Change; readonly now: Date },
): Decision => {
  if (campaign.changedBy === change.id) return succeed(campaign);
  if (campaign.status !== 'scheduled') return refuse({ kind: 'not_scheduled', status: campaign.status });
  if (campaign.version !== change.version) return refuse({ kind: 'outdated', version: campaign.version });
  if (isAboutToStart(campaign, now, CONSUMER_LEAD_MS)) {
    return refuse({ kind: 'about_to_start', sendAt: campaign.sendAt });
  }
  const attempt = attemptAfterTime(campaign);
  return succeed({ ...withoutTime(campaign), attempt, changedBy: change.id, status: 'draft' });
};
