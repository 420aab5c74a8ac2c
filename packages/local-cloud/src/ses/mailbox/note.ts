import type { EventDetail } from '../events/ses-event.ts';

/** What is worth reading about an event, in a line. */
export const noteOf = (event: EventDetail): string | undefined => {
  switch (event.eventType) {
    case 'Send':
      return undefined;
    case 'Reject':
      return event.reject.reason;
    case 'Delivery':
      return event.delivery.smtpResponse;
    case 'Bounce':
      return `${event.bounce.bounceType}, ${event.bounce.bounceSubType}: ${event.bounce.bouncedRecipients[0]?.diagnosticCode ?? ''}`;
    case 'Complaint':
      return event.complaint.complaintFeedbackType;
    case 'DeliveryDelay':
      return event.deliveryDelay.delayType;
    case 'Open':
      return event.open.userAgent;
    case 'Click':
      return event.click.link;
  }
};
