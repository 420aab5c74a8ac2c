/** Status and body. */
export type Answer = readonly [status: number, body: string];

const NAMESPACE = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

export const accepted = (n: number): Answer => [
  200,
  `<SendRawEmailResponse ${NAMESPACE}><SendRawEmailResult><MessageId>010201a2-${n}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r-${n}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
];

export const throttled: Answer = [
  400,
  `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
];

export const quota = (rate: number): Answer => [
  200,
  `<GetSendQuotaResponse ${NAMESPACE}><GetSendQuotaResult><Max24HourSend>-1.0</Max24HourSend><MaxSendRate>${rate}.0</MaxSendRate><SentLast24Hours>0.0</SentLast24Hours></GetSendQuotaResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetSendQuotaResponse>`,
];
