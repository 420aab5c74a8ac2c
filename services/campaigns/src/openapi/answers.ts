import { count, id, instant, localTime } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { RunDeparture, TimelineWave, Waiting } from './answers-timeline.ts';

const words = () => z.array(z.string());

/** Lists and segments beside the campaign's own list. */
const Audience = z.object({
  lists: z.optional(z.array(id())),
  exclude: z.optional(z.array(id())),
  segments: z.optional(z.array(id())),
  excludeSegments: z.optional(z.array(id())),
});

export const Campaign = z.object({
  campaignId: id(),
  version: count(),
  status: z.enum(['draft', 'scheduled', 'sending', 'held', 'sent', 'cancelled', 'failed']),
  name: z.string(),
  templateId: id(),
  listId: id(),
  audience: z.optional(Audience),
  /** Of a campaign that names no sender who is set up. */
  from: z.optional(z.object({ name: z.optional(z.string()), address: z.string() })),
  /** A sender who is set up; his name, addresses, label and footer are taken when the run begins. */
  senderId: z.optional(id()),
  replyTo: z.optional(z.string()),
  doubt: z.optional(z.object({ policy: z.optional(z.enum(['resend', 'leave'])), settleMinutes: z.optional(z.int()) })),
  /** When its mails may go out; at any time if nothing is said. */
  window: z.optional(
    z.object({
      timeZone: z.string(),
      days: z.array(z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])),
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** At which shares its run holds itself; what is missing is as for all campaigns. */
  guardrails: z.optional(z.object({ hardBounces: z.optional(z.number()), complaints: z.optional(z.number()) })),
  /** Of a scheduled one: when its run starts. */
  sendAt: z.optional(instant()),
  /** Of one that is over: when its run ended. Unknown of those from before it was noted. */
  endedAt: z.optional(instant()),
  /** Of one that was scheduled so: everybody is mailed when clocks where they are show this. */
  localTime: z.optional(localTime()),
  /** Of every one that is more than a draft. */
  runId: z.optional(id()),
});

const templateLine = {
  templateId: id(),
  version: count(),
  name: z.string(),
  subject: z.string(),
  /** The merge fields that it uses. */
  fields: words(),
  /** What its author writes. */
  format: z.enum(['html', 'mjml']),
};

export const TemplateLine = z.object(templateLine);

export const Template = z.object({
  ...templateLine,
  html: z.string(),
  text: z.optional(z.string()),
  /** What the HTML was compiled from. */
  source: z.optional(z.object({ format: z.literal('mjml'), text: z.string() })),
  attachments: z.optional(z.array(z.object({ mediaId: id(), fileName: z.optional(z.string()) }))),
});

const media = { mediaId: id(), fileName: z.string(), contentType: z.string(), size: count() };

export const Media = z.object(media);

export const MediaToUpload = z.object({
  ...media,
  upload: z.object({ url: z.url(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
});

export const MediaWithStatus = z.object({
  ...media,
  status: z.enum(['awaiting_upload', 'ready']),
  /** Where it can be looked at for a while, once it is ready. */
  url: z.optional(z.url()),
});

/** A guardrail that holds a run. */
const Finding = z.object({
  guardrail: z.enum(['hard_bounces', 'complaints', 'rejections', 'refusals']),
  hits: count(),
  sample: count(),
  limit: z.number(),
  share: z.number(),
  reason: z.string(),
  advice: z.string(),
});

export const Run = z.object({
  runId: id(),
  campaignId: id(),
  status: z.enum(['preparing', 'sending', 'held', 'waiting', 'sent', 'cancelled', 'failed']),
  control: z.enum(['send', 'hold', 'cancel']),
  reason: z.optional(z.string()),
  /** When it goes on by itself, where that is known: its send window opens, or the next recipients' moment comes. */
  waitsUntil: z.optional(instant()),
  /** Of a run that is `waiting`. */
  waiting: z.optional(Waiting),
  guardrail: z.optional(Finding),
  recipients: count(),
  chunks: count(),
  wave: count(),
  waves: count(),
  accepted: count(),
  refused: count(),
  suppressed: count(),
  left: count(),
  pending: count(),
  unsettled: count(),
  unsent: z.optional(count()),
  unreadable: z.optional(z.array(z.object({ reason: z.string(), chunks: z.array(count()) }))),
  attempt: count(),
  /** The waves of the attempts before this one: none where nothing had been sent by then. */
  wavesBefore: z.optional(count()),
  excluded: z.optional(z.object({ domains: words(), imports: z.array(id()) })),
  startedAt: instant(),
  finishedAt: z.optional(instant()),
  /** The last 200 waves, in their order. */
  timeline: z.array(TimelineWave),
  /** Of a run that mails everybody by the clock where they are: in their order. */
  departures: z.optional(z.array(RunDeparture)),
});

/** What a command was accepted for. */
export const RunNamed = z.object({ runId: id() });
export const CampaignNamed = z.object({ campaignId: id() });
export const TestNamed = z.object({ testId: id() });

export const Preview = z.object({ subject: z.string(), html: z.string(), text: z.string() });

/** With the merge fields that the content uses. */
export const TemplatePreview = z.object({ subject: z.string(), html: z.string(), text: z.string(), fields: words() });

export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    /** For the next page; the last one has none. */
    cursor: z.optional(z.string()),
  });

export const CampaignPage = pageOf(Campaign);
export const TemplatePage = pageOf(TemplateLine);
export const MediaPage = pageOf(Media);
