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

const byType: Readonly<Record<Exclude<EventDetail['eventType'], 'Bounce'>, Outcome | undefined>> = {
  Send: undefined,
  Reject: 'rejected',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
  Complaint: 'complained',
  Open: 'opened',
  Click: 'clicked',
};

/** The outcome an event stands for; Send stands for none. */
export const outcomeOf = (event: EventDetail): Outcome | undefined => {
  if (event.eventType !== 'Bounce') return byType[event.eventType];
  return event.bounce.bounceType === 'Permanent' ? 'bounced' : 'soft_bounced';
};
