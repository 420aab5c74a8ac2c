import type { Campaign } from '../domain/campaign.ts';
import { isRunning } from '../domain/campaign.ts';
import {
  type LifecycleProblem,
  mayBeScheduled,
  mayBeUnscheduled,
  type SendTime,
} from '../domain/campaign-lifecycle.ts';
import type { Control } from '../domain/control.ts';
import { type Exclusion, excludingAlso, isTooMuch } from '../domain/exclusion.ts';
import { campaignIdOf, runIdOf } from '../domain/ids.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { MediaShelf, Templates } from './content-ports.ts';
import type { FindObjection, Objection } from './mail-account.ts';
import type { Campaigns, Cause, Clock, Commands } from './ports.ts';
import { type ReadyProblem, readyTemplate } from './ready-template.ts';
import type { Controls } from './run-ports.ts';

export type RequestProblem =
  | LifecycleProblem
  | ReadyProblem
  | Objection
  | { readonly kind: 'campaign_not_found' | 'run_not_found' | 'too_many_excluded' }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not_running'; readonly status: Campaign['status'] };

type Outcome = Promise<Result<{ readonly runId: string }, RequestProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly commands: Commands;
  readonly findObjection: FindObjection;
  readonly clock: Clock;
}

interface Asked {
  readonly campaignId: string;
  /** What the person saw, where they said so. */
  readonly version?: number | undefined;
}

export type RequestLaunch = (asked: Asked, cause: Cause) => Outcome;
export type RequestSchedule = (asked: Asked & { readonly time: SendTime }, cause: Cause) => Outcome;
export type RequestUnschedule = (asked: Asked, cause: Cause) => Outcome;
export type RequestControl = (asked: AskedOfRun, cause: Cause) => Outcome;

interface AskedOfRun {
  readonly runId: string;
  readonly control: Control['control'];
  readonly requestId: string;
  /** Whom to leave out from now on. */
  readonly exclude?: Exclusion;
}

const seen = async (
  { campaigns }: Pick<Needs, 'campaigns'>,
  { campaignId, version }: Asked,
): Promise<Result<Campaign, RequestProblem>> => {
  const campaign = await campaigns.find(campaignId);
  if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });
  if (version !== undefined && campaign.version !== version)
    return refuse({ kind: 'stale', version: campaign.version });
  return succeed(campaign);
};

/** Asks for a campaign to be sent now. One that is being sent already is the answer to a second click. */
export const makeRequestLaunch =
  ({ campaigns, commands, findObjection, ...needs }: Omit<Needs, 'clock'>): RequestLaunch =>
  async (asked, cause) => {
    const found = await seen({ campaigns }, { campaignId: asked.campaignId });
    if (!found.ok) return found;
    const campaign = found.value;
    const runId = runIdOf(campaign.id);
    if (isRunning(campaign)) return succeed({ runId });
    if (asked.version !== undefined && asked.version !== campaign.version) {
      return refuse({ kind: 'stale', version: campaign.version });
    }
    if (campaign.status !== 'draft' && campaign.status !== 'scheduled') {
      return refuse({ kind: 'not_launchable', status: campaign.status });
    }
    const template = await readyTemplate(needs, campaign.templateId);
    if (!template.ok) return template;
    const sendable = await findObjection(campaign);
    if (!sendable.ok) return sendable;

    await commands.send({ command: 'launch', campaignId: campaign.id, version: campaign.version }, cause);
    return succeed({ runId });
  };

export const makeRequestSchedule =
  ({ campaigns, commands, findObjection, clock, ...needs }: Needs): RequestSchedule =>
  async ({ time, ...asked }, cause) => {
    const found = await seen({ campaigns }, asked);
    if (!found.ok) return found;
    const { id: campaignId, version } = found.value;
    const start = mayBeScheduled(found.value, time, clock.now());
    if (!start.ok) return start;
    const template = await readyTemplate(needs, found.value.templateId);
    if (!template.ok) return template;
    const sendable = await findObjection(found.value);
    if (!sendable.ok) return sendable;

    await commands.send({ command: 'schedule', campaignId, version, ...start.value }, cause);
    return succeed({ runId: runIdOf(campaignId) });
  };

export const makeRequestUnschedule =
  ({ campaigns, commands, clock }: Omit<Needs, 'templates' | 'media' | 'findObjection'>): RequestUnschedule =>
  async (asked, cause) => {
    const found = await seen({ campaigns }, asked);
    if (!found.ok) return found;
    const { id: campaignId, version } = found.value;
    const allowed = mayBeUnscheduled(found.value, clock.now());
    if (!allowed.ok) return allowed;

    await commands.send({ command: 'unschedule', campaignId, version }, cause);
    return succeed({ runId: runIdOf(campaignId) });
  };

type ControlNeeds = Pick<Needs, 'campaigns' | 'commands'> & { readonly controls: Pick<Controls, 'find'> };

export const makeRequestControl =
  ({ campaigns, controls, commands }: ControlNeeds): RequestControl =>
  async (asked, cause) => {
    const campaign = await campaigns.find(campaignIdOf(asked.runId));
    if (campaign === undefined) return refuse({ kind: 'run_not_found' });
    if (!isRunning(campaign)) return refuse({ kind: 'not_running', status: campaign.status });
    if (asked.exclude && isTooMuch(excludingAlso((await controls.find(asked.runId)).exclude, asked.exclude))) {
      return refuse({ kind: 'too_many_excluded' });
    }

    await commands.send({ command: 'change_control', ...asked, attempt: campaign.attempt }, cause);
    return succeed({ runId: asked.runId });
  };
