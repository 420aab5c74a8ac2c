/** The events SES publishes for a message, by the names in their `eventType`. */
export type EventType = 'Send' | 'Reject' | 'Delivery' | 'Bounce' | 'Complaint' | 'DeliveryDelay' | 'Open' | 'Click';

export interface MailObject {
  readonly timestamp: string;
  readonly source: string;
  readonly sourceArn: string;
  readonly sendingAccountId: string;
  readonly messageId: string;
  readonly destination: readonly string[];
  readonly headersTruncated: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What a message does not have is undefined, and so not in the JSON. */
  readonly commonHeaders: {
    readonly returnPath: string;
    readonly from: readonly string[];
    readonly to: readonly string[] | undefined;
    readonly cc: readonly string[] | undefined;
    readonly replyTo: readonly string[] | undefined;
    readonly date: string | undefined;
    readonly messageId: string;
    readonly subject: string | undefined;
  };
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

interface Visit {
  readonly ipAddress: string;
  readonly timestamp: string;
  readonly userAgent: string;
}

/** What an event tells besides the mail it is about. */
export type EventDetail =
  | { readonly eventType: 'Send'; readonly send: Readonly<Record<string, never>> }
  | { readonly eventType: 'Reject'; readonly reject: { readonly reason: 'Bad content' } }
  | {
      readonly eventType: 'Delivery';
      readonly delivery: {
        readonly timestamp: string;
        readonly processingTimeMillis: number;
        readonly recipients: readonly string[];
        readonly smtpResponse: string;
        readonly reportingMTA: string;
        readonly remoteMtaIp: string;
      };
    }
  | {
      readonly eventType: 'Bounce';
      readonly bounce: {
        readonly bounceType: 'Permanent' | 'Transient';
        readonly bounceSubType: 'General' | 'Suppressed' | 'MailboxFull';
        readonly bouncedRecipients: readonly {
          readonly emailAddress: string;
          readonly action: 'failed';
          readonly status: string;
          readonly diagnosticCode: string;
        }[];
        readonly timestamp: string;
        readonly feedbackId: string;
        readonly reportingMTA: string;
      };
    }
  | {
      readonly eventType: 'Complaint';
      readonly complaint: {
        readonly complainedRecipients: readonly { readonly emailAddress: string }[];
        readonly timestamp: string;
        readonly feedbackId: string;
        readonly complaintSubType: null;
        readonly userAgent: string;
        readonly complaintFeedbackType: 'abuse';
        readonly arrivalDate: string;
      };
    }
  | {
      readonly eventType: 'DeliveryDelay';
      readonly deliveryDelay: {
        readonly timestamp: string;
        readonly delayType: 'TransientCommunicationFailure';
        readonly expirationTime: string;
        readonly delayedRecipients: readonly {
          readonly emailAddress: string;
          readonly status: string;
          readonly diagnosticCode: string;
        }[];
      };
    }
  | { readonly eventType: 'Open'; readonly open: Visit }
  | {
      readonly eventType: 'Click';
      readonly click: Visit & { readonly link: string; readonly linkTags: null };
    };

/** An event as SES writes it into the message of its SNS notification. */
export type SesEvent = EventDetail & { readonly mail: MailObject };
