import { givenCampaign, whenImported } from '@bulkhead/e2e';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole } from './harness/console-under-test.ts';
import { answeredOnceUnderWay } from './harness/late-answers.ts';
import { dayOfNextWinter } from './harness/next-winter.ts';
import { givenSendRate } from './harness/send-rate.ts';

const Listed = z.object({ listId: z.string() });
const SENDER = '벌크헤드 Bulkhead';
const PEOPLE = 4_000;
/** So slow that a run can be held while it is under way, however long a click takes; and for the rest of it. */
const SLOW = 50;
const FAST = 200;
const LONG_MS = 300_000;

let sut: ConsoleUnderTest;
let listId: string;
let templateId: string;

beforeAll(async () => {
  sut = await givenConsole(8_700);
  listId = await givenReaders('Readers');
  ({ templateId } = await sut.client.call('POST /api/campaigns/templates', z.object({ templateId: z.string() }), {
    name: 'A plain letter',
    subject: 'News of November',
    html: '<p>Hello</p><p><a href="{{ unsubscribe_url }}">Unsubscribe</a></p>',
  }));
  await givenCampaign(sut.client, listId);
  await sut.client.call('PUT /api/campaigns/senders/marketing', z.unknown(), {
    name: SENDER,
    address: 'letters@news.example.com',
    subjectLabel: '(광고)',
    timeZone: 'Europe/Berlin',
  });
}, 600_000);

afterAll(() => sut?.stop());

const givenReaders = async (name: string): Promise<string> => {
  const list = await sut.client.call('POST /api/audience/lists', Listed, { name });
  const zoneOf = (n: number) => (n % 2 === 0 ? 'Asia/Seoul' : 'Europe/Berlin');
  const rows = Array.from({ length: PEOPLE }, (_, n) => `reader-${n}@deliver.example,Reader ${n},${zoneOf(n)}`);
  const bytes = Buffer.from(['email,name,time_zone', ...rows].join('\n'));
  await whenImported(sut.client, { listId: list.listId, file: { fileName: 'readers.csv', bytes } });
  return list.listId;
};

type From = { readonly senderId: string } | { readonly from: { readonly address: string } };

const givenDraft = async (from: From): Promise<string> => {
  const body = { name: 'A plain letter', templateId, listId, ...from };
  return (await sut.client.call('POST /api/campaigns/campaigns', z.object({ campaignId: z.string() }), body))
    .campaignId;
};

const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('leads from a plan over its checks to a run that is held and resumed', async () => {
  const { page, complaints } = await sut.visit('sender', '/campaigns/new');
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill('Winter letter');
  await choose(page, 'Sender', SENDER);
  await choose(page, 'Template', 'November letter');
  await choose(page, 'To whoever is on', /^Readers/);
  await page.keyboard.press('Escape');
  await page.getByText('4,000 people would get this mail now').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await press(page, 'Save draft and check it');

  await page.getByText('This can be sent, but look at the warnings').waitFor();
  await page.getByText('Nobody in this audience has these').waitFor();
  await page.getByRole('button', { name: /checks are fine/ }).click();
  await page.getByText('A real request was answered as mailbox providers want it.').waitFor();
  expect(await barriersOn(page)).toEqual([]);

  await givenSendRate(sut, SLOW);
  await press(page, 'Send now');
  await page.getByText('4,000 people get “Winter letter”').waitFor();
  await page.getByRole('checkbox', { name: /There are warnings/ }).check();
  await answeredOnceUnderWay(page);
  await press(page, 'Send to 4,000 people');
  await page.getByRole('heading', { name: 'Sending', exact: true }).waitFor({ timeout: LONG_MS });
  await press(page, 'Hold');
  await page.getByText(/people who are not mailed yet wait until somebody resumes it/).waitFor();
  await press(page, 'Hold it');
  await page.getByRole('heading', { name: 'Held', exact: true }).waitFor({ timeout: LONG_MS });
  expect(await barriersOn(page)).toEqual([]);

  await givenSendRate(sut, FAST);
  await press(page, 'Resume');
  await press(page, 'Resume it');
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor({ timeout: LONG_MS });
  await page.getByText('4,000 of 4,000 people decided').waitFor();
  await page.getByText('Canary: wave 1').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  expect(complaints()).toEqual([]);
}, 1_200_000);

it('sends nothing that is red, and says in Korean what to do', async () => {
  const campaignId = await givenDraft({ from: { address: 'letters@not-verified.example' } });
  const { page } = await sut.visit('sender', `/campaigns/${campaignId}?step=check`, { language: 'ko' });

  await page.getByText('아직 보낼 수 없습니다').waitFor();
  await page.getByText('SES가 not-verified.example의 소유를 확인하지 못했습니다').waitFor();

  expect(await page.getByRole('button', { name: '지금 보내기' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: '예약' }).isDisabled()).toBe(true);
  expect(await barriersOn(page)).toEqual([]);
});

it('keeps what somebody has written through a reload, and asks which is to stay where two have', async () => {
  const campaignId = await givenDraft({ senderId: 'marketing' });
  const path = `/campaigns/${campaignId}`;
  const name = (page: Page) => page.getByRole('textbox', { name: 'Name of the campaign' });
  const [{ page: mine }, { page: theirs }] = [await sut.visit('author', path), await sut.visit('author', path)];
  await name(mine).fill('Mine');
  await mine.reload({ waitUntil: 'commit' });
  await mine.getByText('What you had written here before is back.').waitFor();
  expect(await name(mine).inputValue()).toBe('Mine');

  await name(theirs).fill('Theirs');
  await press(theirs, 'Save draft');
  await theirs.getByRole('heading', { name: 'Theirs', level: 1 }).waitFor();
  await press(mine, 'Save draft');
  await mine.getByText('Somebody else has changed this in the meantime').waitFor();
  await press(mine, 'Save mine over theirs');

  await mine.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
  await mine.getByText('Somebody else has changed this in the meantime').waitFor({ state: 'hidden' });
});

it('takes a time on the clocks of the sender, and takes it back', async () => {
  const { page } = await sut.visit('sender', '/campaigns/new');
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill('New year');
  await choose(page, 'Sender', SENDER);
  await choose(page, 'Template', 'A plain letter');
  await choose(page, 'To whoever is on', /^Readers/);
  await page.keyboard.press('Escape');
  await press(page, 'Save draft and check it');
  await page.getByText('Everything is fine').waitFor();

  await press(page, 'Schedule');
  await page.getByLabel('Date and time').fill(`${dayOfNextWinter()}T09:00`);
  await page.getByText(/5:00 PM on your own clock \(Asia\/Seoul\)/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule', exact: true }).click();
  await page.getByText(/on the clocks of Europe\/Berlin/).waitFor();
  await press(page, 'Take the time back');
  await page.getByRole('dialog').getByRole('button', { name: 'Take the time back' }).click();

  await page.getByRole('tab', { name: '2. Check and send' }).waitFor();
});

it('takes a time by everybody’s own clock, and says so wherever the campaign is', async () => {
  const campaignId = await givenDraft({ senderId: 'marketing' });
  const { page } = await sut.visit('sender', `/campaigns/${campaignId}?step=check`);
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

  await press(page, 'Schedule');
  await page.getByRole('radio', { name: 'By each recipient’s own clock' }).check();
  await page.getByLabel('Date and time').fill(`${day}T09:00`);
  await page.getByText('4,000 of 4,000 people have a time zone there.').waitFor();
  await page.getByText(/^First: .*people in Asia\/Seoul/).waitFor();
  await page.getByText(/^Last: .*people in Europe\/Berlin/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule', exact: true }).click();

  await page.getByRole('heading', { name: /9:00 AM by each recipient’s own clock/ }).waitFor();
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await page
    .getByText(/9:00 AM, local time/)
    .first()
    .waitFor();
});

it('goes on with what somebody has written while a campaign was being saved', async () => {
  const { page } = await sut.visit('author', '/campaigns/new');
  const saving = Promise.withResolvers<void>();
  await page.route('**/api/campaigns/campaigns', async (route) => {
    if (route.request().method() === 'POST') await saving.promise;
    await route.continue();
  });
  const name = page.getByRole('textbox', { name: 'Name of the campaign' });
  await name.fill('Written first');
  await choose(page, 'Sender', SENDER);
  await choose(page, 'Template', 'A plain letter');
  await choose(page, 'To whoever is on', /^Readers/);
  await page.keyboard.press('Escape');

  await press(page, 'Save draft and check it');
  await name.fill('Written meanwhile');
  saving.resolve();

  await page.getByRole('heading', { name: 'Written first', level: 1 }).waitFor();
  await page.getByText('What you had written here before is back.').waitFor();
  expect(await name.inputValue()).toBe('Written meanwhile');
});

it('keeps a sender who is not complete yet', async () => {
  const { page } = await sut.visit('administrator', '/campaigns/senders');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await press(page, 'New sender');
  await name.fill('Half a sender');
  await page.keyboard.press('Escape');
  await name.waitFor({ state: 'hidden' });

  await press(page, 'New sender');
  await page.getByText('What you had written here before is back.').waitFor();
  expect(await name.inputValue()).toBe('Half a sender');

  await press(page, 'Drop it');
  expect(await name.inputValue()).toBe('');
});

it('shows a viewer everything, and why nothing of it can be done', async () => {
  const campaignId = await givenDraft({ senderId: 'marketing' });
  const { page } = await sut.visit('viewer', `/campaigns/${campaignId}?step=check`);
  await page.getByText('Everything is fine').waitFor();

  expect(await page.getByRole('button', { name: 'Send now' }).isDisabled()).toBe(true);
  expect(await page.getByLabel('This needs the role “Sender”. Ask an administrator.').count()).toBeGreaterThan(0);
  await page.getByRole('tab', { name: '1. Plan' }).click();
  expect(await page.getByRole('textbox', { name: 'Name of the campaign' }).isDisabled()).toBe(true);
});
