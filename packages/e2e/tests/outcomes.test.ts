import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  type Client,
  eventually,
  givenCampaign,
  mailsOf,
  untilEnded,
  untilSuppressed,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const BOUNCING = 'bounce+1@simulator.amazonses.com';
const COMPLAINING = 'complaint+1@simulator.amazonses.com';
const CONTENT = 'success+1@simulator.amazonses.com';
const LEAVING = 'success+2@simulator.amazonses.com';

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_500));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenContacts = async (...addresses: readonly string[]) => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' });
  const ids = await Promise.all(
    addresses.map((address) =>
      client.call('POST /api/audience/contacts', shape.contactCreated, {
        listId,
        address,
        fields: { name: 'Somebody' },
      }),
    ),
  );
  return { listId, contactIds: ids.map(({ contactId }) => contactId) };
};

const send = async (listId: string) => {
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  await untilEnded(client, runId);
  return mailsOf(platform.gateway, runId);
};

const oneClick = async (mailId: string): Promise<string> => {
  const answer = await fetch(`${platform.gateway}/mailbox/api/messages/${mailId}`);
  const { headers } = z.parse(
    z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })) }),
    await answer.json(),
  );
  return /<(.+)>/.exec(headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '')?.[1] ?? '';
};

it('never mails again whose mail came back, who complained, or who left by the link in the mail', async () => {
  const { listId, contactIds } = await givenContacts(BOUNCING, COMPLAINING, CONTENT, LEAVING);
  const first = await send(listId);

  const link = await oneClick(first.get(LEAVING)?.[0] ?? '');
  const seen = await fetch(link);
  const left = await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  await untilSuppressed(client, contactIds[0] ?? '', 'hard_bounce');
  await untilSuppressed(client, contactIds[1] ?? '', 'complaint');
  await untilSuppressed(client, contactIds[3] ?? '', 'unsubscribed');
  const second = await send(listId);

  expect([seen.status, left.status]).toEqual([200, 200]);
  expect([...first.keys()].toSorted()).toEqual([BOUNCING, COMPLAINING, CONTENT, LEAVING].toSorted());
  expect([...second.keys()]).toEqual([CONTENT]);
}, 1_000_000);

it('says why a mail came back, in the report and on the timeline of the contact', async () => {
  const { listId, contactIds } = await givenContacts('bounce+3@simulator.amazonses.com');
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  await untilSuppressed(client, contactIds[0] ?? '', 'hard_bounce');

  const report = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/report`, shape.reasons),
    ({ bounces }) => bounces.length > 0,
    { what: 'the reason in the report' },
  );
  const timeline = await client.call(`GET /api/audience/contacts/${contactIds[0]}/timeline`, shape.timelineReasons);

  const why = { category: 'no_such_mailbox', meaning: { en: expect.stringContaining('no such mailbox') } };
  expect(report.bounces).toMatchObject([{ ...why, recipients: 1 }]);
  expect(timeline.items.filter(({ kind }) => kind === 'bounced')).toMatchObject([why]);
}, 1_000_000);

it.each(['campaigns-run-facts', 'audience-snapshots', 'dispatch-waves', 'feedback-ses-events'])(
  'parks a malformed message of %s with its reason, and the queue goes on',
  async (queue) => {
    const sqs = new SQSClient({
      endpoint: platform.env['AWS_ENDPOINT_URL_SQS'] ?? '',
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const urlOf = (name: string) => `${platform.env['AWS_ENDPOINT_URL_SQS']}/000000000000/bulkhead-local-${name}`;
    await sqs.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: '{"type":"nonsense"}' }));

    const { Messages: [parked] = [] } = await eventually(
      () => sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf(`${queue}-dlq`), MessageAttributeNames: ['All'] })),
      ({ Messages = [] }) => Messages.length > 0,
      { what: 'the message to be parked' },
    );

    expect(parked?.Body).toBe('{"type":"nonsense"}');
    expect(parked?.MessageAttributes?.['code']?.StringValue).toBe('message_malformed');
    expect(parked?.MessageAttributes?.['reason']?.StringValue).toMatch(/contract|type/);
  },
  240_000,
);

const fileOf = async (runId: string, format: 'csv' | 'ndjson') => {
  const { exportId } = await client.call(`POST /api/feedback/runs/${runId}/exports`, shape.exportBegun, { format });
  const { url = '' } = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/exports/${exportId}`, shape.exportStatus),
    ({ status }) => status !== 'building',
    { what: `the ${format} file` },
  );
  const answer = await fetch(url);
  return { type: answer.headers.get('content-type'), text: await answer.text() };
};

it('says in the report that nobody is missing, and in a file what happened to everybody', async () => {
  const [gone, reached] = ['bounce+2@simulator.amazonses.com', 'success+3@simulator.amazonses.com'];
  const { listId } = await givenContacts(gone, reached);
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  await untilEnded(client, runId);

  const { reconciliation } = await eventually(
    () => client.report(runId),
    ({ delivered, hardBounced, reconciliation: { isWhole } }) => isWhole && delivered === 1 && hardBounced === 1,
    { what: 'a report that adds up' },
  );
  const sentBy = ({ sent = [] }: z.infer<typeof shape.series>['series']) =>
    sent.reduce((sum, { count }) => sum + count, 0);
  const { series } = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/series`, shape.series),
    (told) => sentBy(told.series) > 1,
    { what: 'both mails to be in the series' },
  );
  const csv = await fileOf(runId, 'csv');
  const ndjson = await fileOf(runId, 'ndjson');

  expect(reconciliation.line).toContain('2 in the snapshot = 2 accepted');
  expect(sentBy(series)).toBe(2);
  expect([csv.type, ndjson.type]).toEqual(['text/csv; charset=utf-8', 'application/x-ndjson']);
  const [head = [], ...rows] = csv.text.split('\r\n').map((line) => line.split(','));
  const column = (name: string) => new Map(rows.map((row) => [row[3], row[head.indexOf(name)]]));
  expect(rows).toHaveLength(3);
  expect([column('delivered').get(reached), column('delivered').get(gone)]).toEqual(['1', '0']);
  expect([column('hardBounced').get(reached), column('hardBounced').get(gone)]).toEqual(['0', '1']);
  const lines = ndjson.text
    .trimEnd()
    .split('\n')
    .map((line) => z.parse(z.object({ address: z.string(), outcomes: z.array(z.string()) }), JSON.parse(line)));
  expect(new Map(lines.map(({ address, outcomes }) => [address, outcomes.includes('hardBounced')]))).toEqual(
    new Map([
      [gone, true],
      [reached, false],
    ]),
  );
}, 1_000_000);

it('asks for a token everywhere but at the links in mails', async () => {
  const paths = ['campaigns/campaigns', 'audience/lists', 'dispatch/quota', 'feedback/runs'];
  const answers = await Promise.all(paths.map((path) => fetch(`${platform.gateway}/api/${path}`)));

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
}, 60_000);
