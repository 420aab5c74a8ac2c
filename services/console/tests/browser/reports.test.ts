import { readFile } from 'node:fs/promises';
import { eventually, givenCampaign, untilEnded, untilReported, whenLaunched } from '@bulkhead/e2e';
import type { Page } from 'playwright-core';

import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole } from './harness/console-under-test.ts';
import { givenWorld, type World } from './harness/world.ts';

/** What the list of the world comes to: every fortieth mail comes back, and one reader complains. */
const RECIPIENTS = 200;
const CAME_BACK = 5;

let sut: ConsoleUnderTest;
let world: World;

beforeAll(async () => {
  sut = await givenConsole(7_300);
  world = await givenWorld(sut.client);
}, 900_000);

afterAll(() => sut?.stop());

/** A run that begins in one minute may end in the next. */
const sentByMinute = async (page: Page): Promise<number> => {
  const rows = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Sent', exact: true }) });
  const counts = await rows.locator('tbody td:nth-child(2)').allTextContents();
  return counts.reduce((sum, count) => sum + Number(count), 0);
};

const open = (page: Page, part: string) => page.getByRole('tab', { name: part }).click();

it('shows an author what became of a run: the sum, the mail, its links, domains, readers, who bounced', async () => {
  const { page, complaints } = await sut.visit('author', '/reports');
  await page.locator(`main a[href="/reports/${world.runId}"]`).first().click();
  await page.getByText('Everybody is accounted for').waitFor();
  const table = page.getByRole('button', { name: 'Show the figures as a table' });
  await table.click();
  await eventually(
    () => sentByMinute(page),
    (sent) => sent === RECIPIENTS,
    { what: 'all to be in the table' },
  );

  await open(page, 'Mail');
  await page.frameLocator('iframe').getByText('Read the November letter').waitFor();
  expect(await barriersOn(page)).toEqual([]);

  await open(page, 'Links');
  const mail = page.frameLocator('iframe');
  // Nobody reads what goes to SES's simulator; the link is named all the same.
  await mail
    .getByText(/^nobody$/)
    .first()
    .waitFor();
  expect(await mail.locator('a[href]').count()).toBe(0);
  expect(await barriersOn(page)).toEqual([]);

  await open(page, 'Domains and imports');
  await page.getByRole('row', { name: /simulator\.amazonses\.com/ }).waitFor();
  await page.getByRole('link', { name: 'people-2026.csv' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);

  await open(page, 'Readers');
  await page.getByRole('heading', { name: 'Mail programs' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);

  await open(page, 'Overview');
  await page.getByRole('link', { name: /^Who\? There is no such mailbox/ }).click();
  await page.getByRole('cell').first().waitFor();
  expect(await page.locator('tbody').getByRole('row').count()).toBe(CAME_BACK);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'bounce+39@simulator.amazonses.com' }).click();
  await page.getByRole('heading', { name: 'bounce+39@simulator.amazonses.com' }).waitFor();
  expect(complaints()).toEqual([]);
});

it('writes a file that names everybody, and hands it out', async () => {
  const { page } = await sut.visit('author', `/reports/${world.runId}`);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Write the file' }).click();
  const link = page.getByRole('link', { name: 'Download' });
  await link.waitFor();
  expect(await barriersOn(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await link.click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');

  expect(lines).toHaveLength(1 + RECIPIENTS);
  expect(lines.filter((line) => line.includes('bounce+'))).toHaveLength(CAME_BACK);
});

it('does not let a viewer have the names, and says who may', async () => {
  const { page } = await sut.visit('viewer', `/reports/${world.runId}`);
  const button = page.getByRole('button', { name: 'Export' });
  await button.waitFor();

  expect(await button.isDisabled()).toBe(true);
  expect(await page.getByLabel('This needs the role “Author”. Ask an administrator.').count()).toBe(1);
});

it('leads a viewer from who bounced to the contact, without telling addresses', async () => {
  const { page, complaints } = await sut.visit('viewer', `/reports/${world.runId}?part=recipients`);
  const contacts = page.getByRole('link', { name: 'Show the contact' });
  await contacts.first().waitFor();

  expect(await contacts.count()).toBe(CAME_BACK);
  expect(await page.locator('table').textContent()).not.toContain('@');
  expect(await barriersOn(page)).toEqual([]);
  await contacts.first().click();
  await page.getByRole('heading', { name: /^bounce\+/ }).waitFor();
  expect(complaints()).toEqual([]);
});

it('puts two campaigns side by side, and does not take chance for a difference', async () => {
  const runId = await whenLaunched(sut.client, await givenCampaign(sut.client, world.listId));
  await untilEnded(sut.client, runId);
  await untilReported(sut.client, runId);
  const { page, complaints } = await sut.visit('viewer', '/reports');
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('link', { name: 'Compare 2' }).click();

  await page.getByRole('heading', { name: 'Side by side' }).waitFor();
  await page.getByText('Within chance').first().waitFor();

  expect(await page.getByText('compared with this one').count()).toBeGreaterThan(0);
  expect(await barriersOn(page)).toEqual([]);
  expect(complaints()).toEqual([]);
});
