import type { Answer } from '@bulkhead/openapi';

import type { ShownRun } from '../application/show-run.ts';
import { type Campaign, isEnded } from '../domain/campaign.ts';
import type { DepartureProgress } from '../domain/departures.ts';
import { runIdOf } from '../domain/ids.ts';
import type { Media } from '../domain/media.ts';
import { isNamed, type SenderProfile } from '../domain/sender-profile.ts';
import type { Template } from '../domain/template.ts';
import type { TimelineWave } from '../domain/timeline.ts';
import type * as answers from '../openapi/answers.ts';
import type * as senders from '../openapi/answers-senders.ts';
import type * as timeline from '../openapi/answers-timeline.ts';

/** A campaign as clients see it. It has a run as soon as it is more than a plan. */
export const campaignView = (campaign: Campaign): Answer<typeof answers.Campaign> => ({
  campaignId: campaign.id,
  version: campaign.version,
  status: campaign.status,
  name: campaign.name,
  templateId: campaign.templateId,
  listId: campaign.listId,
  ...(campaign.audience !== undefined && { audience: campaign.audience }),
  ...(isNamed(campaign.from) ? { senderId: campaign.from.senderId } : { from: campaign.from }),
  ...(campaign.replyTo !== undefined && { replyTo: campaign.replyTo }),
  ...(campaign.doubt !== undefined && { doubt: campaign.doubt }),
  ...(campaign.window !== undefined && { window: campaign.window }),
  ...(campaign.guardrails !== undefined && { guardrails: campaign.guardrails }),
  ...(campaign.status === 'scheduled' && { sendAt: campaign.sendAt.toISOString() }),
  ...(isEnded(campaign) && campaign.endedAt && { endedAt: campaign.endedAt.toISOString() }),
  ...(campaign.localTime && { localTime: campaign.localTime }),
  ...(campaign.status !== 'draft' && { runId: runIdOf(campaign.id) }),
});

/** A template in a list: without its content, which is large. */
export const templateLine = ({
  id,
  version,
  name,
  subject,
  fields,
  source,
}: Template): Answer<typeof answers.TemplateLine> => ({
  templateId: id,
  version,
  name,
  subject,
  fields,
  format: source?.format ?? 'html',
});

export const templateView = (template: Template): Answer<typeof answers.Template> => ({
  ...templateLine(template),
  html: template.html,
  ...(template.text !== undefined && { text: template.text }),
  ...(template.source && { source: template.source }),
  ...(template.attachments && { attachments: template.attachments }),
});

export const senderView = ({ id, ...profile }: SenderProfile): Answer<typeof senders.Sender> => ({
  senderId: id,
  ...profile,
});

export const mediaView = ({ id, fileName, contentType, bytes }: Media): Answer<typeof answers.Media> => ({
  mediaId: id,
  fileName,
  contentType,
  size: bytes,
});

const timelineView = ({ releasedAt, finishedAt, ...wave }: TimelineWave): Answer<typeof timeline.TimelineWave> => ({
  ...wave,
  ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
  ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
});

const departureView = ({ notBefore, ...those }: DepartureProgress): Answer<typeof timeline.RunDeparture> => ({
  ...those,
  notBefore: notBefore.toISOString(),
});

export const runView = ({
  startedAt,
  finishedAt,
  waitsUntil,
  waiting,
  departures,
  timeline: waves,
  ...report
}: ShownRun): Answer<typeof answers.Run> => ({
  ...report,
  startedAt: startedAt.toISOString(),
  ...(waitsUntil && { waitsUntil: waitsUntil.toISOString() }),
  ...(waiting && { waiting: { reason: waiting.reason, ...(waiting.until && { until: waiting.until.toISOString() }) } }),
  ...(departures && { departures: departures.map(departureView) }),
  timeline: waves.map(timelineView),
  ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
});
