import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
  UpdateAccountSendingEnabledCommand,
} from '@aws-sdk/client-ses';

import { createSes, type Ses, type SesEvent } from '../../src/ses/index.ts';
import { listening, recordingLog } from '../../src/ses/testing.ts';

/** Its base64 has a plus early on: the client tests with one pattern whether anything needs escaping, and 14 million letters overflow its stack now and then. */
const tooLarge = Buffer.alloc(10 * 1024 * 1024 + 1, 'a').fill('>>>', 0, 3);

const TOPIC = 'arn:aws:sns:eu-west-1:000000000000:ses-events';

// Everybody is delivered to and clicks, at once, and the rate is out of the way.
const RULES = `
account: { maxSendRate: 1000 }
everybodyElse: { hardBouncePercent: 0, deliveryDelayPercent: 0, openPercent: 100, clickPercent: 100 }
latencyMs: { send: [0, 0], delivery: [1, 1], bounce: [1, 1], complaint: [1, 1], open: [1, 1], click: [1, 1] }
`;

interface Place {
  readonly ses: Ses;
  readonly client: SESClient;
  readonly mailbox: string;
  readonly published: SesEvent[];
  readonly close: () => Promise<void>;
}

const open = async (): Promise<Place> => {
  const rulesFile = join(mkdtempSync(join(tmpdir(), 'ses-')), 'rules.yml');
  writeFileSync(rulesFile, RULES);
  const published: SesEvent[] = [];
  const publish = async (_topic: string, event: SesEvent): Promise<void> => void published.push(event);
  const ses = createSes({ region: 'eu-west-1', rulesFile, publish, log: recordingLog() });
  ses.registerConfigurationSet('bulkhead');
  const eventTypes = ['send', 'delivery', 'bounce', 'complaint', 'deliveryDelay', 'open', 'click', 'reject'];
  ses.registerEventDestination({
    configurationSet: 'bulkhead',
    name: 'sns',
    enabled: true,
    eventTypes,
    topicArn: TOPIC,
  });

  const page = createServer(ses.handleMailboxRequest);
  const mailbox = await listening(page);
  const endpoint = await listening(ses.server);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SESClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
  const close = async (): Promise<void> => {
    client.destroy();
    page.closeAllConnections();
    page.close();
    await ses.stop();
  };
  return { ses, client, mailbox: `${mailbox}/mailbox`, published, close };
};

const letter = (changes: Partial<SendRawEmailCommandInput> = {}, lines: readonly string[] = []) =>
  new SendRawEmailCommand({
    Destinations: ['ann@example.com'],
    ConfigurationSetName: 'bulkhead',
    RawMessage: {
      Data: Buffer.from(
        [
          'From: =?UTF-8?B?7Jyg66as?= <team@example.com>',
          'To: ann@example.com',
          'Subject: =?UTF-8?B?7JWI64WV7ZWY7IS47JqU?=, Ann',
          'Content-Type: text/html; charset=utf-8',
          ...lines,
          '',
          '<p>안녕 <a href="https://example.com/sale?a=1&amp;b=2">Sale</a></p>',
        ].join('\r\n'),
      ),
    },
    ...changes,
  });

const json = async (url: string, init?: RequestInit): Promise<unknown> => (await fetch(url, init)).json();

const post = (url: string, body: unknown): Promise<unknown> =>
  json(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('the SES simulator', () => {
  let place: Place;
  beforeEach(async () => {
    place = await open();
  });
  afterEach(() => place.close());

  it('takes a raw message from the real client and publishes what becomes of it', async () => {
    const { client, published } = place;

    const { MessageId } = await client.send(letter({ Tags: [{ Name: 'run', Value: 'r1' }] }));
    await until(() => published.length === 4);

    expect(published.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery', 'Open', 'Click']);
    expect(published[3]).toMatchObject({
      click: { link: 'https://example.com/sale?a=1&b=2' },
      mail: {
        messageId: MessageId,
        destination: ['ann@example.com'],
        commonHeaders: { from: ['유리 <team@example.com>'], subject: '안녕하세요, Ann' },
        tags: { run: ['r1'], 'ses:configuration-set': ['bulkhead'], 'ses:caller-identity': ['test'] },
      },
    });
  });

  it('shows the message in the mailbox, decoded, without the headers SES strips', async () => {
    const { client, mailbox } = place;
    const tags = 'X-SES-MESSAGE-TAGS: run=r1, chunk=0, offset=7';

    const { MessageId } = await client.send(
      letter({}, [tags, 'X-SES-CONFIGURATION-SET: bulkhead', 'Message-ID: <mine@x>']),
    );

    expect(await json(`${mailbox}/api/messages/${MessageId}`)).toMatchObject({
      from: '유리 <team@example.com>',
      to: ['ann@example.com'],
      subject: '안녕하세요, Ann',
      html: expect.stringContaining('안녕'),
      tags: { run: 'r1', chunk: '0', offset: '7' },
    });
    const raw = await (await fetch(`${mailbox}/api/messages/${MessageId}/raw`)).text();
    expect(raw).toContain(`Message-ID: <${MessageId}@eu-west-1.amazonses.com>`);
    expect(raw).not.toMatch(/x-ses-|mine@x/i);
  });

  it('composes the message of SendEmail', async () => {
    const { client, mailbox } = place;
    const subject = `한글 제목 ${'가나다라마바사'.repeat(12)}`;

    const { MessageId } = await client.send(
      new SendEmailCommand({
        Source: 'team@example.com',
        Destination: { ToAddresses: ['ann@example.com'], BccAddresses: ['bob@example.com'] },
        Message: { Subject: { Data: subject }, Body: { Text: { Data: '텍스트' }, Html: { Data: '<p>에이치</p>' } } },
      }),
    );

    expect(await json(`${mailbox}/api/messages/${MessageId}`)).toMatchObject({
      subject,
      to: ['ann@example.com', 'bob@example.com'],
      text: expect.stringContaining('텍스트'),
      html: expect.stringContaining('에이치'),
    });
  });

  it('counts what it accepted, key by key', async () => {
    const { client, mailbox } = place;
    const tagged = (run: string, offset: string) =>
      letter({ Tags: Object.entries({ run, chunk: '3', offset }).map(([Name, Value]) => ({ Name, Value })) });

    for (const offset of ['0', '1', '1', '2']) await client.send(tagged('r1', offset));
    await client.send(tagged('r2', '0'));

    expect(await json(`${mailbox}/api/summary?run=r1`)).toMatchObject({ accepted: 4, recipients: 3, sentTwice: 1 });
    expect(await json(`${mailbox}/api/summary`)).toMatchObject({ accepted: 5, recipients: 4, runs: ['r1', 'r2'] });
    await until(async () => JSON.stringify(await json(`${mailbox}/api/summary?run=r1`)).includes('"clicked":4'));
  });

  it.each([
    ['an address without a domain', { Destinations: ['ann'] }, 'InvalidParameterValue', "Missing final '@domain'"],
    [
      '51 recipients',
      { Destinations: Array(51).fill('a@b.example') },
      'InvalidParameterValue',
      'Recipient count exceeds 50.',
    ],
    [
      'an unknown configuration set',
      { ConfigurationSetName: 'x' },
      'ConfigurationSetDoesNotExistException',
      'Configuration set <x> does not exist.',
    ],
    [
      'a tag with a space',
      { Tags: [{ Name: 'a', Value: 'b c' }] },
      'InvalidParameterValue',
      expect.stringContaining('Invalid tag value'),
    ],
    [
      'a sender that is not verified',
      { Source: 'a@not-verified.example' },
      'MessageRejected',
      expect.stringContaining('not verified'),
    ],
    [
      'a MAIL FROM domain that is not',
      { Source: 'a@mail-from-failed.example' },
      'MailFromDomainNotVerifiedException',
      expect.any(String),
    ],
    [
      'more than 10 MB',
      { RawMessage: { Data: tooLarge } },
      'InvalidParameterValue',
      expect.stringContaining('Message length is more than'),
    ],
  ])('refuses %s', async (...[, changes, name, message]) => {
    const sending = place.client.send(letter(changes));

    await expect(sending).rejects.toMatchObject({ name, message, $metadata: { httpStatusCode: 400 } });
  });

  it('throttles beyond the rate and the daily quota, which can be changed while it runs', async () => {
    const { client, mailbox } = place;

    await post(`${mailbox}/api/settings`, { maxSendRate: 0.001, burstSeconds: 0, max24HourSend: 2 });
    const first = client.send(letter());
    await expect(first).resolves.toHaveProperty('MessageId');
    await expect(client.send(letter())).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Maximum sending rate exceeded.',
    });

    await post(`${mailbox}/api/settings`, { maxSendRate: 1000, burstSeconds: 1, max24HourSend: 1 });
    await expect(client.send(letter())).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Daily message quota exceeded.',
    });
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      MaxSendRate: 1000,
      Max24HourSend: 1,
      SentLast24Hours: 1,
    });
  });

  it('stops sending when the account is switched off or suspended', async () => {
    const { client, mailbox } = place;

    await client.send(new UpdateAccountSendingEnabledCommand({ Enabled: false }));
    expect(await client.send(new GetAccountSendingEnabledCommand({}))).toMatchObject({ Enabled: false });
    await expect(client.send(letter())).rejects.toMatchObject({ name: 'AccountSendingPausedException' });

    await post(`${mailbox}/api/settings`, { sendingEnabled: true, suspended: true });
    await expect(client.send(letter())).rejects.toMatchObject({
      name: 'MessageRejected',
      message: expect.stringContaining('Sending paused for this account.'),
    });
  });

  it('knows every identity but those of senders that it refuses', async () => {
    const { client } = place;
    const Identities = ['example.com', 'ann@unsigned.example', 'not-verified.example', 'ann@not-verified.example'];

    const { VerificationAttributes } = await client.send(new GetIdentityVerificationAttributesCommand({ Identities }));
    const { DkimAttributes } = await client.send(new GetIdentityDkimAttributesCommand({ Identities }));

    expect(VerificationAttributes).toEqual({
      'example.com': { VerificationStatus: 'Success' },
      'ann@unsigned.example': { VerificationStatus: 'Success' },
    });
    expect(DkimAttributes).toMatchObject({
      'example.com': { DkimEnabled: true, DkimVerificationStatus: 'Success' },
      'ann@unsigned.example': { DkimEnabled: false, DkimVerificationStatus: 'NotStarted' },
    });
  });

  it('accepts, and then cuts the connection or answers 500, when told to', async () => {
    const { client, mailbox } = place;

    await post(`${mailbox}/api/faults`, { dropAfterAcceptPercent: 100 });
    await expect(client.send(letter())).rejects.toThrow(/socket hang up|ECONNRESET/);
    await post(`${mailbox}/api/faults`, { dropAfterAcceptPercent: 0, failAfterAcceptPercent: 100 });
    await expect(client.send(letter())).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });

    expect(await json(`${mailbox}/api/summary`)).toMatchObject({ accepted: 2 });
  });

  it('accepts nothing when it throttles or fails beforehand', async () => {
    const { client, mailbox } = place;

    await post(`${mailbox}/api/faults`, { throttlePercent: 100 });
    await expect(client.send(letter())).rejects.toMatchObject({ name: 'Throttling' });
    await post(`${mailbox}/api/faults`, { throttlePercent: 0, failBeforeAcceptPercent: 100 });
    await expect(client.send(letter())).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });

    expect(await json(`${mailbox}/api/summary`)).toMatchObject({ accepted: 0 });
  });
});
