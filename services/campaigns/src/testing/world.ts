import { makeCompleteRun, makeRetryRun } from '../application/begin-attempt.ts';
import { makeChangeRunControl } from '../application/change-run-control.ts';
import { makeEndRun, makeFailRun } from '../application/end-run.ts';
import { makeFreezeContent } from '../application/freeze-content.ts';
import { makeHearRunFacts } from '../application/hear-run-facts.ts';
import { makePlanRun } from '../application/plan-run.ts';
import { makeRequestRunStep } from '../application/request-run-step.ts';
import { makeShowRun } from '../application/show-run.ts';
import { makeLaunchCampaign, makeScheduleCampaign, makeUnscheduleCampaign } from '../application/start-run.ts';
import { makeBeatStep, makeFailStep, makeWakeRun } from '../application/wake-run.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Media } from '../domain/media.ts';
import type { WaveResult } from '../domain/plan.ts';
import type { SenderProfile } from '../domain/sender-profile.ts';
import type { Template } from '../domain/template.ts';
import {
  InMemoryCampaigns,
  InMemoryMedia,
  InMemoryRuns,
  InMemorySenders,
  InMemoryTaskTokens,
  InMemoryTemplates,
  SettableClock,
} from './in-memory.ts';
import { deriveText } from './real.ts';
import {
  RecordingAnnouncements,
  RecordingExchange,
  RecordingExecutions,
  RecordingSchedules,
  RecordingWaitingStates,
} from './recording.ts';

export const runId = 'run_1';
export const campaignId = 'cmp_1';
export const cause = { correlationId: 'chain-1', causationId: 'message-1' };
export const execution = { runId, campaignId, attempt: 1, correlationId: 'chain-1' };

export const template: Template = {
  id: 'tpl_1',
  version: 1,
  name: 'Letter',
  subject: 'Hello {{ name }}',
  html: '<p>Hello</p>',
  fields: ['name'],
};

export const pdf: Media = {
  id: 'med_1',
  version: 1,
  fileName: '목록.pdf',
  contentType: 'application/pdf',
  bytes: 4_000,
};
export const logo: Media = { id: 'med_2', version: 1, fileName: 'logo.png', contentType: 'image/png', bytes: 900 };

export const korean: SenderProfile = {
  id: 'newsletter-kr',
  version: 1,
  name: '벌크헤드',
  address: 'letters@bulkhead.example',
  replyTo: 'hello@bulkhead.example',
  subjectLabel: '(광고)',
  timeZone: 'Asia/Seoul',
  footerText: '벌크헤드 주식회사 <서울>\n02-000-0000',
};

export const draft: Campaign = {
  status: 'draft',
  id: campaignId,
  version: 1,
  attempt: 1,
  name: 'November letter',
  templateId: template.id,
  listId: 'lst_1',
  from: { name: 'Bulkhead', address: 'letters@example.com' },
};

export const snapshot = { manifest: 's3://audience/exchange/run_1/manifest.json', recipients: 1_900, chunks: 3 };

/** How a wave ended: everybody accepted, unless you say otherwise. */
export const waveResult = (wave: number, given: Partial<WaveResult> = {}): WaveResult => ({
  wave,
  final: false,
  recipients: 100,
  accepted: 100,
  refused: 0,
  suppressed: 0,
  left: 0,
  pending: 0,
  unsettled: 0,
  chunksWithPending: [],
  chunksWithDoubt: [],
  finishedAt: new Date('2026-11-21T10:00:00Z'),
  ...given,
});

/** The whole service in memory: real use cases over in-memory ports. */
export const createWorld = (campaign: Campaign = draft, ...templates: readonly Template[]) => {
  const clock = new SettableClock('2026-11-21T10:00:00Z');
  const campaigns = new InMemoryCampaigns(campaign);
  const table = new InMemoryRuns();
  const announcements = new RecordingAnnouncements();
  const executions = new RecordingExecutions();
  const schedules = new RecordingSchedules();
  const exchange = new RecordingExchange();
  const waiting = new RecordingWaitingStates();
  const tokens = new InMemoryTaskTokens();
  const wakeRun = makeWakeRun({ tokens, waiting });
  const needs = {
    clock,
    campaigns,
    announcements,
    executions,
    schedules,
    exchange,
    tokens,
    waiting,
    wakeRun,
    templates: new InMemoryTemplates(...(templates.length > 0 ? templates : [template])),
    runs: table.runs,
    waves: table.waves,
    facts: table.facts,
    controls: table.controls,
    deriveText,
    media: new InMemoryMedia(pdf, logo),
    senders: new InMemorySenders(korean),
    failStep: makeFailStep({ tokens, waiting }),
    beatStep: makeBeatStep({ tokens, waiting }),
  };
  const changeRunControl = makeChangeRunControl(needs);
  const endRun = makeEndRun(needs);
  return {
    ...needs,
    changeRunControl,
    endRun,
    failRun: makeFailRun({ ...needs, endRun, changeRunControl }),
    launchCampaign: makeLaunchCampaign(needs),
    scheduleCampaign: makeScheduleCampaign(needs),
    unscheduleCampaign: makeUnscheduleCampaign(needs),
    retryRun: makeRetryRun({ ...needs, changeRunControl }),
    completeRun: makeCompleteRun({ ...needs, changeRunControl }),
    freezeContent: makeFreezeContent(needs),
    planRun: makePlanRun({ ...needs, changeRunControl }),
    requestRunStep: makeRequestRunStep(needs),
    heard: makeHearRunFacts({ ...needs, changeRunControl }),
    showRun: makeShowRun(needs),
  };
};

export type World = ReturnType<typeof createWorld>;

/** Launches the campaign and freezes its content. */
export const begun = async (world: World): Promise<World> => {
  await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, cause);
  await world.freezeContent(execution);
  return world;
};

/** A run whose recipients are frozen. */
export const prepared = async (world: World): Promise<World> => {
  await begun(world);
  await world.heard.snapshotTaken(runId, snapshot);
  return world;
};
