export const FROM = 'news@example.com';
export const TO = 'ada@example.org';

interface Expected {
  readonly kind: string;
  readonly reason?: string;
}
/** What SES answers, as status, code and message, and what becomes of the recipient. */
type Row = readonly [status: number, code: string, message: string, answer: Expected];

const suspended = (reason: string): Expected => ({ kind: 'suspended', reason });
const refused: Expected = { kind: 'refused' };
const unknown: Expected = { kind: 'unknown' };
const notNow: Expected = { kind: 'not_now' };

/** SES's error table: `FROM` is the sender, `TO` the recipient. Codes and messages are SES's own. */
export const sesErrorTable: readonly Row[] = [
  [400, 'Throttling', 'Maximum sending rate exceeded.', { kind: 'throttled' }],
  [400, 'Throttling', 'Rate exceeded', { kind: 'throttled' }],
  [400, 'ThrottlingException', 'Maximum sending rate exceeded.', { kind: 'throttled' }],
  [429, 'TooManyRequestsException', 'Too many requests', { kind: 'throttled' }],
  [400, 'Throttling', 'Daily message quota exceeded.', { kind: 'quota_reached' }],
  [400, 'AccountSendingPausedException', 'Email sending is disabled for your account.', suspended('sending_paused')],
  [400, 'ConfigurationSetSendingPausedException', 'Sending is disabled for set', suspended('sending_paused')],
  [
    400,
    'MessageRejected',
    'Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    suspended('sending_paused'),
  ],
  [
    400,
    'MessageRejected',
    'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    suspended('sending_paused'),
  ],
  [
    400,
    'ConfigurationSetDoesNotExist',
    'Configuration set &lt;set&gt; does not exist.',
    suspended('configuration_missing'),
  ],
  [400, 'MailFromDomainNotVerifiedException', 'Could not read the MX record', suspended('sender_not_verified')],
  [
    400,
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${FROM}`,
    suspended('sender_not_verified'),
  ],
  [
    400,
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region EU-WEST-1: News &lt;${FROM}&gt;, ${FROM}`,
    suspended('sender_not_verified'),
  ],
  [
    400,
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region EU-WEST-1: ...',
    suspended('sender_not_verified'),
  ],
  [
    400,
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${TO}`,
    { ...refused, reason: 'recipient_not_verified' },
  ],
  [400, 'MessageRejected', 'Address blacklisted.', refused],
  [400, 'MessageRejected', "Transaction failed: Duplicate header 'Subject'.", refused],
  [400, 'MessageRejected', 'Email contains a virus', refused],
  [400, 'InvalidParameterValue', "Missing final '@domain'", refused],
  [400, 'InvalidParameterValue', 'Local address contains control or whitespace', refused],
  [400, 'InvalidParameterValue', 'Domain contains illegal character', refused],
  [400, 'InvalidParameterValue', 'Message length is more than 10485760 bytes long: 10485761', refused],
  [
    400,
    'ValidationError',
    "1 validation error detected: Value at 'rawMessage.data' failed to satisfy constraint",
    refused,
  ],
  [
    403,
    'AccessDenied',
    "User `arn:aws:sts::1:assumed-role/x' is not authorized to perform `ses:SendRawEmail' on resource `arn:aws:ses:eu-west-1:1:identity/example.com'",
    suspended('access_denied'),
  ],
  [403, 'AccessDeniedException', 'User is not authorized to perform ses:SendRawEmail', suspended('access_denied')],
  [403, 'OptInRequired', 'The AWS Access Key Id needs a subscription for the service', suspended('access_denied')],
  [403, 'InvalidClientTokenId', 'The security token included in the request is invalid.', suspended('access_denied')],
  [
    403,
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    suspended('access_denied'),
  ],
  [
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
    suspended('access_denied'),
  ],
  [
    403,
    'SignatureDoesNotMatch',
    'Signature expired: 20261121T095000Z is now earlier than 20261121T095500Z (20261121T100000Z - 5 min.)',
    notNow,
  ],
  [
    403,
    'SignatureDoesNotMatch',
    'Signature not yet current: 20261121T101000Z is still later than 20261121T100500Z',
    notNow,
  ],
  [403, 'ExpiredToken', 'The security token included in the request is expired', notNow],
  [400, 'RequestExpired', 'Request has expired.', notNow],
  [500, 'InternalFailure', 'An internal error occurred', unknown],
  [503, 'ServiceUnavailable', 'Service is unavailable', unknown],
  [503, 'Throttling', 'behind a failing front end', unknown],
  [408, 'RequestTimeout', 'The request timed out', unknown],
  [400, 'SomethingNew', 'Never seen before', unknown],
];
