import { randomUUID } from 'node:crypto';

import { domainOf } from '../message/addresses.ts';
import { newMessageId } from '../message/message-id.ts';
import type { Step } from '../rules/fate.ts';
import { PREFETCHING, readerOf } from './readers.ts';
import type { EventDetail } from './ses-event.ts';

/** What is known of one step when it happens. */
export interface Happening {
  readonly seed: string;
  readonly recipient: string;
  readonly at: number;
  readonly acceptedAt: number;
}

const ipAddress = '192.0.2.1';

const EXPIRES_AFTER_MS = 14 * 3600 * 1000;

const instant = (at: number): string => new Date(at).toISOString();

export const send = (): EventDetail => ({ eventType: 'Send', send: {} });

const reject = (): EventDetail => ({ eventType: 'Reject', reject: { reason: 'Bad content' } });

const delivery = ({ recipient, at, acceptedAt }: Happening): EventDetail => ({
  eventType: 'Delivery',
  delivery: {
    timestamp: instant(at),
    processingTimeMillis: Math.round(at - acceptedAt),
    recipients: [recipient],
    smtpResponse: `250 2.0.0 OK ${randomUUID().slice(0, 8)}`,
    reportingMTA: 'a25-1.smtp-out.amazonses.com',
    remoteMtaIp: '192.0.2.54',
  },
});

const bounces = {
  hard: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  },
  soft: {
    bounceType: 'Transient',
    bounceSubType: 'MailboxFull',
    status: '4.2.2',
    diagnosticCode: 'smtp; 452 4.2.2 mailbox full',
  },
  suppressed: {
    bounceType: 'Permanent',
    bounceSubType: 'Suppressed',
    status: '5.1.1',
    diagnosticCode:
      'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
  },
} as const;

const bounce = (kind: keyof typeof bounces, { recipient, at }: Happening): EventDetail => {
  const { bounceType, bounceSubType, status, diagnosticCode } = bounces[kind];
  const reporter = kind === 'suppressed' ? 'amazonses.com' : `mx.${domainOf(recipient)}`;
  return {
    eventType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: recipient, action: 'failed', status, diagnosticCode }],
      timestamp: instant(at),
      feedbackId: newMessageId(at),
      reportingMTA: `dns; ${reporter}`,
    },
  };
};

const complaint = ({ recipient, at }: Happening): EventDetail => ({
  eventType: 'Complaint',
  complaint: {
    complainedRecipients: [{ emailAddress: recipient }],
    timestamp: instant(at),
    feedbackId: newMessageId(at),
    complaintSubType: null,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: instant(at),
  },
});

const deliveryDelay = ({ recipient, at, acceptedAt }: Happening): EventDetail => ({
  eventType: 'DeliveryDelay',
  deliveryDelay: {
    timestamp: instant(at),
    delayType: 'TransientCommunicationFailure',
    expirationTime: instant(acceptedAt + EXPIRES_AFTER_MS),
    delayedRecipients: [
      {
        emailAddress: recipient,
        status: '4.4.1',
        diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host',
      },
    ],
  },
});

const open = ({ seed, recipient, at }: Happening): EventDetail => openBy(readerOf(seed, recipient).opens, at);

const openBy = (userAgent: string, at: number): EventDetail => ({
  eventType: 'Open',
  open: { ipAddress, userAgent, timestamp: instant(at) },
});

export const click = (
  link: string,
  { at, ...who }: Happening,
  userAgent = readerOf(who.seed, who.recipient).clicks,
): EventDetail => ({
  eventType: 'Click',
  click: { ipAddress, userAgent, timestamp: instant(at), link, linkTags: null },
});

/** The event of every step that needs to know no more than that it happened. */
export const detailOf: Readonly<Record<Exclude<Step, 'click' | 'scan'>, (happening: Happening) => EventDetail>> = {
  delivery,
  hard_bounce: (happening) => bounce('hard', happening),
  soft_bounce: (happening) => bounce('soft', happening),
  suppressed_bounce: (happening) => bounce('suppressed', happening),
  delivery_delay: deliveryDelay,
  complaint,
  open,
  prefetch: ({ at }) => openBy(PREFETCHING, at),
  reject,
};
