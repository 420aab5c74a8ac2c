import type { EventDetail } from '../events/ses-event.ts';

/** What has become of a message, in the words of the mailbox page and the summary. */
export const outcomes = [
  'delivered',
  'delayed',
  'bounced',
  'soft_bounced',
  'complained',
  'opened',
  'clicked',
  'rejected',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcome an event stands for; Send stands for none. */
export const outcomeOf = (event: EventDetail): Outcome | undefined => {
  switch (event.eventType) {
    case 'Send':
      return undefined;
    case 'Delivery':
      return 'delivered';
    case 'DeliveryDelay':
      return 'delayed';
    case 'Bounce':
      return event.bounce.bounceType === 'Permanent' ? 'bounced' : 'soft_bounced';
    case 'Complaint':
      return 'complained';
    case 'Open':
      return 'opened';
    case 'Click':
      return 'clicked';
    case 'Reject':
      return 'rejected';
  }
};
