import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { paceFor } from '../../domain/pace.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import { SesMailers } from './ses-mailers.ts';

const FROM = 'news@example.com';
const TO = 'ada@example.org';
const mail = { from: FROM, to: TO, raw: new Uint8Array([72, 105]), tags: { run: 'run_1', chunk: '0', offset: '7' } };
/** Requests give up after half a second. */
const pace = paceFor(3_000);

let server: Server | undefined;
const before = { ...process.env };

const listen = async (listener: RequestListener): Promise<number> => {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const pointTo = (port: number): void => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
};

const sendTo = async (port: number): Promise<SendAnswer> => {
  pointTo(port);
  const mailer = await new SesMailers({ configurationSet: 'set', pace, die: () => {} }).open();
  const answer = await mailer.send(mail);
  mailer.close();
  return answer;
};

const answering =
  (status: number, body: string): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(status, { 'content-type': 'text/xml' }).end(body));
  };

/** As SES writes errors. */
const error = (code: string, message: string, type = 'Sender'): string =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>c063e628-53ef-4f48-a148-d7d4f07db79c</RequestId></ErrorResponse>`;
const accepted =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>010201a2-1</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>';

const suspended = (reason: string) => ({ kind: 'suspended', reason });
const refused = (reason: unknown = expect.any(String)) => ({ kind: 'refused', reason });
const unknown = { kind: 'unknown' };
const notNow = { kind: 'not_now' };

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  process.env = { ...before };
});

describe('what SES answers, and what becomes of the recipient', () => {
  it.each<[status: number, code: string, message: string, answer: object]>([
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
      refused('recipient_not_verified'),
    ],
    [400, 'MessageRejected', 'Address blacklisted.', refused()],
    [400, 'MessageRejected', "Transaction failed: Duplicate header 'Subject'.", refused()],
    [400, 'MessageRejected', 'Email contains a virus', refused()],
    [400, 'InvalidParameterValue', "Missing final '@domain'", refused()],
    [400, 'InvalidParameterValue', 'Local address contains control or whitespace', refused()],
    [400, 'InvalidParameterValue', 'Domain contains illegal character', refused()],
    [400, 'InvalidParameterValue', 'Message length is more than 10485760 bytes long: 10485761', refused()],
    [
      400,
      'ValidationError',
      "1 validation error detected: Value at 'rawMessage.data' failed to satisfy constraint",
      refused(),
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
  ])('%i %s: %s', async (status, code, message, answer) => {
    const port = await listen(answering(status, error(code, message, status < 500 ? 'Sender' : 'Receiver')));

    expect(await sendTo(port)).toMatchObject(answer);
  });

  it('200 with a message id is accepted', async () => {
    expect(await sendTo(await listen(answering(200, accepted)))).toEqual({ kind: 'accepted' });
  });

  it.each([
    ['200 without a message id', answering(200, accepted.replace(/<MessageId>.*<\/MessageId>/, ''))],
    ['200 that is not XML', answering(200, '<html>proxy</html')],
    ['502 of a proxy', answering(502, '<html>bad gateway</html>')],
    [
      'a connection that is cut after the request',
      ((request) => request.resume().on('end', () => request.socket.destroy())) satisfies RequestListener,
    ],
    ['no answer at all', (() => {}) satisfies RequestListener],
    [
      'an answer that never ends',
      ((_, response) =>
        response.writeHead(200, { 'content-length': '1000' }).write('<SendRaw')) satisfies RequestListener,
    ],
  ])('%s is doubt', async (_, listener) => {
    expect(await sendTo(await listen(listener))).toMatchObject(unknown);
  });

  it('names no address to anybody', async () => {
    const message = `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${FROM}`;
    const answer = await sendTo(await listen(answering(400, error('MessageRejected', message))));

    expect(JSON.stringify(answer)).not.toContain('@');
  });
});

it('asks once, whatever the answer', async () => {
  let requests = 0;
  const port = await listen((request, response) => {
    requests += 1;
    answering(503, error('ServiceUnavailable', 'no', 'Receiver'))(request, response);
  });

  await sendTo(port);

  expect(requests).toBe(1);
});

it('hands over what it was given', async () => {
  let body = '';
  const port = await listen((request, response) => {
    request.on('data', (part) => {
      body += part;
    });
    answering(200, accepted)(request, response);
  });

  await sendTo(port);
  const sent = Object.fromEntries(new URLSearchParams(body));

  expect(sent).toMatchObject({
    Action: 'SendRawEmail',
    Source: FROM,
    'Destinations.member.1': TO,
    'RawMessage.Data': 'SGk=',
    ConfigurationSetName: 'set',
    'Tags.member.3.Name': 'offset',
    'Tags.member.3.Value': '7',
  });
});

it('ends the process rather than begin while a request of an earlier invocation is open', async () => {
  let isOver = false;
  const mailers = new SesMailers({
    configurationSet: 'set',
    pace: paceFor(6_000),
    die: () => {
      isOver = true;
    },
  });
  pointTo(await listen(() => {}));
  const sending = (await mailers.open()).send(mail);

  await mailers.open();

  expect(isOver).toBe(true);
  server?.closeAllConnections();
  await sending;
});
