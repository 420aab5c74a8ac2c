import { instant, text } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { sesBounce, sesComplaint } from './ses-bounce.ts';

/** The part of every SES event that tells which mail it is about. What `tags` must hold depends on whose mail it is. */
const mail = z.object({
  messageId: text(256),
  timestamp: instant(),
  tags: z.optional(z.unknown()),
  destination: z.optional(z.array(z.string())),
});

/** An event of which nothing but its type and its mail concerns us. */
const about = <Type extends string>(eventType: Type) => z.object({ eventType: z.literal(eventType), mail });

/** When something came of a mail. Without it the instant of the mail is taken: an outcome is not parked for its time. */
const came = z.optional(z.object({ timestamp: instant() }));

/** When somebody opened a mail or followed a link, and by which program. SES documents no mark for machines. */
const visit = z.object({ timestamp: instant(), userAgent: z.optional(z.string()) });

/**
 * What SES publishes of a mail through the event destination of a configuration set.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const SesEvent = z.discriminatedUnion('eventType', [
  about('Send'),
  z.extend(about('Delivery'), { delivery: came }),
  z.extend(about('DeliveryDelay'), { deliveryDelay: came }),
  z.extend(about('Open'), { open: visit }),
  z.extend(about('Click'), { click: z.extend(visit, { link: z.optional(z.string()) }) }),
  about('Reject'),
  about('Rendering Failure'),
  z.extend(about('Subscription'), { subscription: came }),
  z.extend(about('Bounce'), { bounce: sesBounce }),
  z.extend(about('Complaint'), { complaint: sesComplaint }),
]);
export type SesEvent = z.infer<typeof SesEvent>;

/** A tag as SES repeats it: a list with one value. Checked by hand, five times for every event: as a tuple it takes four times as long. */
const tag = (pattern: RegExp) =>
  z.custom<readonly [string]>(
    (value) => Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && pattern.test(value[0]),
  );
const ID = /^[A-Za-z0-9_-]{1,40}$/;
const SINGLE = /^[A-Za-z0-9_-]{1,128}$/;

/** What dispatch writes on every mail of a run. Tests, confirmations, probes and mails of others have no `run`. */
export const MailTags = z.object({
  run: tag(ID),
  chunk: tag(/^\d{1,5}$/),
  offset: tag(/^\d{1,3}$/),
  contact: z.optional(tag(ID)),
  import: z.optional(tag(ID)),
});
export type MailTags = z.infer<typeof MailTags>;

/** What dispatch writes on a probe, a mail to nobody whose Send event shows how far the events before it have come. */
export const ProbeTags = z.object({ probe: tag(SINGLE) });

/** What dispatch writes on mails that belong to no run. No report counts them. */
export const singleMailTags = [
  ProbeTags,
  z.object({ test: tag(SINGLE) }),
  z.object({ confirmation: tag(SINGLE) }),
] as const;
