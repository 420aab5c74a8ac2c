import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { eventually } from '@bulkhead/e2e';

import type { Page } from 'playwright-core';

import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole, picture } from './harness/console-under-test.ts';
import { pressAndHear } from './harness/press-and-hear.ts';
import { untilShown } from './harness/until-shown.ts';

const PORT = 6_200;
const QUEUES = `http://127.0.0.1:${PORT + 1}/000000000000`;
const started = { type: 'campaign_run.started.v1', data: { runId: 'run_1', startedAt: 'soon' } };
const parked = {
  code: { DataType: 'String', StringValue: 'contract_broken' },
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

/** The only one in its queue, also where a test is repeated. */
const givenDeadLetter = async (queue: string, body: unknown) => {
  const QueueUrl = `${QUEUES}/bulkhead-local-${queue}-dlq`;
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body), MessageAttributes: parked }));
};

/** Looks into a queue again, and waits until what was found stands there: what is seen before may go a moment later. */
const lookAgain = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: 'Look again' });
  const answer = page.waitForResponse(/\/api\/console\/dead-letters\/[\w-]+$/);
  await button.click();
  await answer;
  await button.and(page.locator(':enabled')).waitFor();
};

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
  const giveBack = page.getByRole('dialog').getByRole('button', { name: 'Give back', exact: true });
  await pressAndHear(giveBack, page.getByText('Given back'));
  // It is still broken: feedback parks it again, with a reason of its own.
  await eventually(
    async () => {
      await lookAgain(page);
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

  const rows = page.getByRole('row', { name: /Made a list/ });
  await eventually(
    async () => {
      await page.goto(`${sut.gateway}/operations/audit`);
      await untilShown(page);
      return rows.count();
    },
    (count) => count > 0,
    { what: 'the deed to be in the audit log' },
  );

  expect(await rows.first().textContent()).toContain('Ada Administrator');
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
