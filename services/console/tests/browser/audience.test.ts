import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whenImported } from '@bulkhead/e2e';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

import { root } from '../../../../scripts/lib/workspace.ts';
import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole } from './harness/console-under-test.ts';
import { pressAndHear } from './harness/press-and-hear.ts';

const WORKBOOK = join(root, 'samples', 'newsletter.xlsx');

let sut: ConsoleUnderTest;

beforeAll(async () => {
  sut = await givenConsole(8_500);
}, 300_000);

afterAll(() => sut?.stop());

const givenList = (name: string) =>
  sut.client.call('POST /api/audience/lists', z.object({ listId: z.string() }), { name });

const givenPerson = async (address: string): Promise<string> => {
  const { listId } = await givenList('Friends');
  const person = { listId, address, fields: { name: 'Before' } };
  const answer = z.object({ contactId: z.string() });
  return (await sut.client.call('POST /api/audience/contacts', answer, person)).contactId;
};

const figure = (page: Page, label: string) =>
  page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]');

it('lets an author look at a workbook, import it, and get the rows back that were rejected', async () => {
  const { page, complaints } = await sut.visit('author', '/audience');
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Newsletter');
  await page.getByRole('button', { name: 'Create list' }).click();
  await page.getByRole('link', { name: 'Import people' }).click();
  await page.locator('input[type=file]').setInputFiles(WORKBOOK);
  await page.getByRole('button', { name: 'Upload and look' }).click();
  await page.getByRole('cell', { name: '김민준' }).waitFor();

  await page.getByLabel('Name of “city” in mails').fill('town');
  await page.getByLabel('Import “plan” as').selectOption('address');
  await page.getByText('These do not look like addresses').waitFor();
  await page.getByLabel('Import “이메일” as').selectOption('address');
  await page.getByLabel('Import “plan” as').selectOption('nothing_wanted');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Added to the list').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rejected rows' }).click();
  const rejected = await readFile(await (await download).path(), 'utf8');

  expect(await figure(page, 'New on the list').textContent()).toBe('1,980');
  expect(rejected.trim().split('\r\n')).toHaveLength(9);
  await page.getByRole('link', { name: 'Open the list' }).click();
  await page
    .getByRole('link', { name: /^subscriber\.\d+@example/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'town' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'plan' }).count()).toBe(0);
  expect(complaints()).toEqual([]);
});

it('counts whom a segment takes while it is written', async () => {
  const { listId } = await givenList('Cities');
  const rows = Array.from({ length: 30 }, (_, n) => `reader-${n}@example.com,${n % 3 === 0 ? 'Busan' : 'Daegu'}`);
  const bytes = Buffer.from(['email,home', ...rows].join('\n'));
  await whenImported(sut.client, { listId, file: { fileName: 'cities.csv', bytes } });

  const { page } = await sut.visit('author', '/audience/segments/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Readers in Busan');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'home' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('busan');
  await page.getByRole('status').getByText('10', { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save segment' }).click();

  await page.getByRole('heading', { name: 'Readers in Busan', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/audience\/segments\/seg_/);
});

it('asks which is to stay where two people have edited the same contact', async () => {
  const contactId = await givenPerson('twice@example.com');
  const edit = (page: Page, name: string) => page.getByRole('textbox', { name: 'name', exact: true }).fill(name);
  const save = (page: Page) => page.getByRole('button', { name: 'Save fields' });
  const saved = (page: Page) => page.getByText('Saved', { exact: true });
  const [one, other] = [
    await sut.visit('author', `/audience/contacts/${contactId}`),
    await sut.visit('sender', `/audience/contacts/${contactId}`),
  ];
  await edit(one.page, 'Mine');
  await edit(other.page, 'Theirs');
  await pressAndHear(save(other.page), saved(other.page));

  await save(one.page).click();
  await one.page.getByRole('heading', { name: 'Somebody else has changed this in the meantime' }).waitFor();
  expect(await barriersOn(one.page)).toEqual([]);
  await pressAndHear(one.page.getByRole('button', { name: 'Save mine over theirs' }), saved(one.page));

  const kept = z.object({ fields: z.record(z.string(), z.string()) });
  expect((await sut.client.call(`GET /api/audience/contacts/${contactId}`, kept)).fields).toEqual({ name: 'Mine' });
});

it('forgets a person only for an administrator, and only once the address is typed', async () => {
  const contactId = await givenPerson('forget.me@example.com');
  const author = await sut.visit('author', `/audience/contacts/${contactId}`);
  const { page } = await sut.visit('administrator', `/audience/contacts/${contactId}`);

  expect(await author.page.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const erase = page.getByRole('button', { name: 'Erase', exact: true });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel('Type the address to confirm').fill('forget.me@example.com');
  expect(await barriersOn(page)).toEqual([]);

  await pressAndHear(erase, page.getByText('This person is being forgotten.'));

  await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
});

it('shows a viewer everything and says what they may not do', async () => {
  const { listId } = await givenList('Only to look at');

  const { page } = await sut.visit('viewer', `/audience/lists/${listId}`);
  await page.getByRole('heading', { name: 'Only to look at' }).waitFor();

  expect(await page.getByRole('button', { name: 'Import people' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Count anew' }).isDisabled()).toBe(true);
  expect(await page.getByLabel('This needs the role “Author”. Ask an administrator.').count()).toBeGreaterThan(0);
});
