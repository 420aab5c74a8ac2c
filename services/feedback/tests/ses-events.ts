/** SES's own JSON, as its documentation shows it and as it arrives, with the parts that no test is about. */
interface Told {
  readonly eventType: string;
  readonly messageId?: string;
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const tagsOf = (runId: string, chunk: number, offset: number) => ({
  'ses:operation': ['SendRawEmail'],
  'ses:configuration-set': ['bulkhead-dev-feedback'],
  'ses:source-ip': ['192.0.2.10'],
  'ses:from-domain': ['books.example'],
  'ses:caller-identity': ['sender'],
  run: [runId],
  chunk: [String(chunk)],
  offset: [String(offset)],
  attempt: ['1'],
  contact: ['Zr1Y0oV8yQ2mJxkW3nTb5g'],
});

export const sesEvent = ({
  eventType,
  messageId = '0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-0a7a3f1f9c11-000000',
  tags = tagsOf('run_1', 0, 0),
  detail = {},
}: Told) => ({
  eventType,
  mail: {
    timestamp: '2026-11-21T10:00:00.123Z',
    source: 'Books <news@books.example>',
    sourceArn: 'arn:aws:ses:eu-west-1:000000000000:identity/books.example',
    sendingAccountId: '000000000000',
    messageId,
    destination: ['minjun@books.example'],
    headersTruncated: false,
    headers: [
      { name: 'From', value: 'Books <news@books.example>' },
      { name: 'To', value: 'minjun@books.example' },
      { name: 'Subject', value: 'Autumn' },
    ],
    commonHeaders: { from: ['Books <news@books.example>'], to: ['minjun@books.example'], messageId, subject: 'Autumn' },
    tags,
  },
  ...detail,
});

const visit = {
  ipAddress: '192.0.2.1',
  timestamp: '2026-11-21T10:05:00.000Z',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0',
};

/** What each type of event says besides its mail. */
export const details = {
  Send: { send: {} },
  Delivery: {
    delivery: {
      timestamp: '2026-11-21T10:00:01.000Z',
      processingTimeMillis: 877,
      recipients: ['minjun@books.example'],
      smtpResponse: '250 2.6.0 Message received',
      remoteMtaIp: '192.0.2.54',
      reportingMTA: 'a8-50.smtp-out.amazonses.com',
    },
  },
  Bounce: {
    bounce: {
      feedbackId: '0102019a5c3f2e20-00000000-0000-0000-0000-000000000000-000000',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'minjun@books.example', action: 'failed', status: '5.1.1' }],
      timestamp: '2026-11-21T10:00:02.500Z',
      reportingMTA: 'dsn; a8-50.smtp-out.amazonses.com',
    },
  },
  Complaint: {
    complaint: {
      complainedRecipients: [{ emailAddress: 'minjun@books.example' }],
      timestamp: '2026-11-21T10:00:03.000Z',
      feedbackId: '0102019a5c3f2e20-00000000-0000-0000-0000-000000000000-000000',
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
      arrivalDate: '2026-11-21T10:00:03.000Z',
    },
  },
  DeliveryDelay: {
    deliveryDelay: {
      timestamp: '2026-11-21T10:00:04.000Z',
      delayType: 'TransientCommunicationFailure',
      expirationTime: '2026-11-22T00:00:04.000Z',
      delayedRecipients: [{ emailAddress: 'minjun@books.example', status: '4.4.1', diagnosticCode: 'smtp; 421' }],
    },
  },
  Open: { open: visit },
  Click: { click: { ...visit, link: 'https://books.example/', linkTags: null } },
  Reject: { reject: { reason: 'Bad content' } },
  'Rendering Failure': { failure: { templateName: 'autumn', errorMessage: 'Attribute is not present' } },
  Subscription: {
    subscription: {
      contactList: 'Readers',
      timestamp: '2026-11-21T10:06:00.000Z',
      source: 'UnsubscribeHeader',
      newTopicPreferences: { unsubscribeAll: true, topicSubscriptionStatus: [] },
      oldTopicPreferences: { unsubscribeAll: false, topicSubscriptionStatus: [] },
    },
  },
} as const;
