import { jsonOrUndefined, meetContract, PermanentError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ProbeSent } from '../application/fold-sending.ts';
import type { StrangerKind } from '../application/ports.ts';
import type { Outcome } from '../domain/outcome.ts';
import { bounceIn, complaintIn } from './ses-bounce.ts';
import { MailTags, ProbeTags, SesEvent, singleMailTags } from './ses-event.ts';
import { visitIn } from './ses-visit.ts';

/** What a message of SES means to us. */
export type Reading =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'probe'; readonly sent: ProbeSent }
  /** Nothing that anybody could miss. */
  | { readonly kind: 'ignored'; readonly why: 'topic_check' | 'single_mail' }
  /** Nothing that we can fold, but somebody may miss it. */
  | { readonly kind: 'stranger'; readonly why: StrangerKind };

/** SES writes this plain sentence to a topic when an event destination is made or changed. */
const TOPIC_CHECK = 'Successfully validated SNS topic';
/** And this type to one that is told of an identity. */
const IDENTITY_TOPIC_CHECK = 'AmazonSnsSubscriptionSucceeded';

const kinds = {
  Send: 'sent',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
  Open: 'opened',
  Click: 'clicked',
  Reject: 'rejected',
  'Rendering Failure': 'rendering_failed',
  Subscription: 'subscription_changed',
} as const;

const Typed = z.object({ eventType: z.string() });
const Notification = z.looseObject({ notificationType: z.string() });
const known = new Set<string>([...Object.keys(kinds), 'Bounce', 'Complaint']);

/**
 * Reads one message of SES.
 * @throws PermanentError `message_malformed` if it is not one, or is about a mail of ours that we cannot place
 */
export const readSesEvent = (body: string): Reading => {
  if (body.startsWith(TOPIC_CHECK)) return { kind: 'ignored', why: 'topic_check' };

  const said = asEvent(jsonOrUndefined(body));
  const typed = z.safeParse(Typed, said);
  if (typed.success && typed.data.eventType === IDENTITY_TOPIC_CHECK) return { kind: 'ignored', why: 'topic_check' };
  if (typed.success && !known.has(typed.data.eventType)) return { kind: 'stranger', why: 'unknown_type' };

  const event: SesEvent = meetContract(SesEvent, said);
  if (!isOfRun(event.mail.tags)) return outsideRuns(event);

  return { kind: 'outcome', outcome: toOutcome(event, placed(event.mail.tags)) };
};

/** Notifications of an identity, which are older than events, say the same under another name. */
const asEvent = (said: unknown): unknown => {
  if (typeof said !== 'object' || said === null || 'eventType' in said) return said;
  const older = z.safeParse(Notification, said);
  return older.success ? { ...older.data, eventType: older.data.notificationType } : said;
};

const isOfRun = (tags: unknown): boolean => typeof tags === 'object' && tags !== null && 'run' in tags;

/** Of a probe only its Send event matters: what becomes of a mail to the mailbox simulator does not. */
const outsideRuns = ({ eventType, mail }: SesEvent): Reading => {
  const tags = z.safeParse(ProbeTags, mail.tags);
  if (tags.success && eventType === 'Send') {
    return { kind: 'probe', sent: { probe: tags.data.probe[0], at: new Date(mail.timestamp) } };
  }
  const isSingle = singleMailTags.some((tag) => z.safeParse(tag, mail.tags).success);
  return isSingle ? { kind: 'ignored', why: 'single_mail' } : { kind: 'stranger', why: 'other_mail' };
};

const placed = (tags: unknown): MailTags => {
  const found = z.safeParse(MailTags, tags);
  if (found.success) return found.data;

  const fields = found.error.issues.map(({ path }) => path[0]);
  throw new PermanentError({
    code: 'message_malformed',
    message: `The mail has a run but no usable tag ${[...new Set(fields)].join(', ')}`,
  });
};

const toOutcome = (event: SesEvent, { run, chunk, offset, contact, import: importId }: MailTags): Outcome => ({
  runId: run[0],
  chunk: Number(chunk[0]),
  offset: Number(offset[0]),
  messageId: event.mail.messageId,
  ...(contact && { contactId: contact[0] }),
  ...(importId && { importId: importId[0] }),
  ...domainOf(event.mail.destination),
  ...visitIn(event),
  kind: kindOf(event),
  at: new Date(instantOf(event)),
});

const kindOf = (event: SesEvent): Outcome['kind'] => {
  if (event.eventType === 'Bounce') return bounceIn(event.bounce);
  return event.eventType === 'Complaint' ? complaintIn(event.complaint) : kinds[event.eventType];
};

const DOMAIN = /@([a-z0-9_.-]{1,253})$/;

/** Of the address nothing is kept but its domain. */
const domainOf = ([address = '']: readonly string[] = []): Pick<Outcome, 'domain'> => {
  const [, domain] = DOMAIN.exec(address.toLowerCase()) ?? [];
  return domain === undefined ? {} : { domain };
};

/** When it happened; where SES does not say, when it accepted the mail. */
const instantOf = (event: SesEvent): string => detailOf(event)?.timestamp ?? event.mail.timestamp;

const detailOf = (event: SesEvent): { readonly timestamp: string } | undefined => {
  if (event.eventType === 'Bounce') return event.bounce;
  if (event.eventType === 'Complaint') return event.complaint;
  if (event.eventType === 'Open') return event.open;
  if (event.eventType === 'Click') return event.click;
  if (event.eventType === 'Delivery') return event.delivery;
  if (event.eventType === 'Subscription') return event.subscription;
  return event.eventType === 'DeliveryDelay' ? event.deliveryDelay : undefined;
};
