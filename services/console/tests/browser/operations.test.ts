import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { eventually } from '@bulkhead/e2e';

import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole, picture } from './harness/console-under-test.ts';

const PORT = 6_200;
const QUEUES = `http://127.0.0.1:${PORT + 1}/000000000000`;
const started = { type: 'campaign_run.started.v1', data: { runId: 'run_1', startedAt: 'soon' } };
const parked = {
  code: { DataType: 'String', StringValue: 'message_malformed' },
  reason: { DataType: 'String', StringValue: 'Message breaks its contract at data.startedAt' },
};

let sut: ConsoleUnderTest;
let sqs: SQSClient;

beforeAll(async () => {
  sut = await givenConsole(PORT);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  sqs = new SQSClient({ endpoint: `http://127.0.0.1:${PORT + 1}`, region: 'eu-west-1', credentials });
}, 300_000);

afterAll(async () => {
  sqs?.destroy();
  await sut?.stop();
});

const givenDeadLetter = (queue: string, body: unknown) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: `${QUEUES}/bulkhead-local-${queue}-dlq`,
      MessageBody: JSON.stringify(body),
      MessageAttributes: parked,
    }),
  );

it('lets an administrator look into a queue, give a message back, and discard it when that does not help', async () => {
  await givenDeadLetter('feedback-runs', started);
  const { page, complaints } = await sut.visit('administrator', '/operations');
  await page.getByRole('link', { name: 'Look into feedback-runs' }).click();
  await page.getByText('Message breaks its contract at data.startedAt').waitFor();
  await page.getByRole('button', { name: 'Show the message' }).click();
  await page.getByText('"startedAt": "soon"').waitFor();
  await picture(page, 'dead-letters-desk');
  expect(await barriersOn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Give back', exact: true }).click();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Give back', exact: true }).click();
  await page.getByText('Given back').waitFor();
  // It is still broken: feedback parks it again, with a reason of its own.
  await eventually(
    async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      return page.getByText('message_malformed').count();
    },
    (count) => count === 1,
    { what: 'the message to be parked again' },
  );
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();

  await page.getByText('Nothing to be seen here').waitFor();
  expect(complaints()).toEqual([]);
});

it('tells everybody else whom to ask', async () => {
  const { page } = await sut.visit('sender', '/operations/dead-letters/feedback-runs');

  await page.getByText('Only administrators can look here').waitFor();
  expect(await page.getByRole('button', { name: 'Discard' }).count()).toBe(0);
});

it('says who did what, by name', async () => {
  const { page } = await sut.visit('administrator', '/audience');
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Audited');
  await page.getByRole('button', { name: 'Create list' }).click();
  await page.getByRole('link', { name: 'Import people' }).waitFor();

  const rows = page.getByRole('row', { name: /Ada Administrator/ });
  await eventually(
    async () => {
      await page.goto(`${sut.gateway}/operations/audit`);
      await page.getByRole('row').first().waitFor();
      return rows.count();
    },
    (count) => count > 0,
    { what: 'the deed to be in the audit log' },
  );

  expect(await rows.first().textContent()).toContain('Made a list');
});

it('says that there is no connection, until there is one again', async () => {
  const { page } = await sut.visit('viewer', '/operations/rate');
  const note = page.getByText('There is no connection.');
  await page.getByText('Mails a second now').waitFor();

  await page.context().setOffline(true);
  await note.waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.context().setOffline(false);

  await note.waitFor({ state: 'detached' });
});
