import { eventually } from '@bulkhead/e2e';
import type { Locator, Page } from 'playwright-core';
import * as z from 'zod/mini';

import { barriersOn } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole, picture, type Visit } from './harness/console-under-test.ts';
import { pressAndHear } from './harness/press-and-hear.ts';
import { unusedName } from './harness/unused-name.ts';

let sut: ConsoleUnderTest;

beforeAll(async () => {
  sut = await givenConsole(8_600);
}, 300_000);

afterAll(() => sut?.stop());

const Template = z.object({ templateId: z.string() });
const HTML = '<p>Hello {{ name }}</p><a href="{{ unsubscribe_url }}">Leave</a>';

const givenTemplate = (name: string, html = HTML) =>
  sut.client.call('POST /api/campaigns/templates', Template, { name, subject: 'News for {{ name }}', html });

const codeIn = (page: Page) => page.getByRole('textbox', { name: /^Content in/ });
const mailIn = (page: Page) => page.frameLocator('iframe[title="The mail as it will look"]');

const POINT = {
  name: 'point.gif',
  mimeType: 'image/gif',
  buffer: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
};

/** Long enough for what comes at once; what does not is tried again. */
const A_MOMENT_MS = 5_000;

/** The canvas shows a mail a little before it hears a click. */
const untilSelected = (part: Locator, shown: Locator): Promise<void> =>
  eventually(
    async () => {
      await part.click();
      await shown.waitFor({ timeout: A_MOMENT_MS });
    },
    () => true,
    { what: 'a part of the mail to be selected' },
  );

const Mailbox = z.object({ messages: z.array(z.object({ to: z.array(z.string()) })) });

const recipients = async (): Promise<readonly string[]> => {
  const answer = await fetch(`${sut.gateway}/mailbox/api/messages?limit=100`);
  return z.parse(Mailbox, await answer.json()).messages.flatMap(({ to }) => to);
};

/** Nothing serious for axe, nothing that the policy refused; and a picture for whoever looks. */
const finish = async ({ page, complaints }: Visit, name: string): Promise<void> => {
  expect(await barriersOn(page)).toEqual([]);
  expect(complaints()).toEqual([]);
  await picture(page, name);
};

it('leads from the gallery to a saved template, and a test of it arrives', async () => {
  const visit = await sut.visit('author', '/content');
  const { page } = visit;
  await page.getByRole('link', { name: 'New template' }).click();
  await page.frameLocator('iframe[title="Preview of “Newsletter”"]').getByText('The Monthly Note').waitFor();
  await finish(visit, 'content-gallery');
  await page.getByRole('link', { name: 'Begin with “Newsletter”' }).click();
  await page.getByRole('button', { name: 'Save as a new template' }).click();
  await page.getByText('Give it a name').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('November');
  await page.getByText('Code', { exact: true }).click();
  await mailIn(page).getByText('What we learned this month').waitFor();
  await finish(visit, 'content-code');

  await page.getByRole('button', { name: 'Save as a new template' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('me@example.org');
  await page.getByRole('textbox', { name: 'Address it comes from' }).fill('letters@example.org');
  await pressAndHear(page.getByRole('button', { name: 'Send the test' }), page.getByText('On its way'));

  await eventually(recipients, (all) => all.includes('me@example.org'), { what: 'the test to arrive' });
  expect(page.url()).toMatch(/\/content\/templates\/tpl_/);
});

it('shows that a preview is on its way, and does not ask for what is written already', async () => {
  const { templateId } = await givenTemplate('Seen late');
  const { page } = await sut.visit('author', '/content');
  const making = Promise.withResolvers<void>();
  await page.route('**/api/campaigns/templates/preview', async (route) => {
    await making.promise;
    await route.continue();
  });
  await page.goto(`${sut.gateway}/content/templates/${templateId}`);
  await codeIn(page).waitFor();

  await page.locator('[aria-busy="true"]').waitFor();
  expect(await page.getByText('Write something, and it is shown here.').count()).toBe(0);
  making.resolve();

  await mailIn(page).getByText('Hello').waitFor();
});

it('says at its line what is wrong with Liquid, and in the preview what was right before', async () => {
  const { templateId } = await givenTemplate('Broken soon');
  const { page } = await sut.visit('author', `/content/templates/${templateId}`);
  await mailIn(page).getByText('Hello').waitFor();

  await codeIn(page).fill('<p>Hello</p>\n<p>{% foo %}</p>');

  await page.getByText('Line 2: There is no tag “foo” here.').waitFor();
  await page.locator('.cm-lintRange-error').waitFor();
  await mailIn(page).getByText('Hello').waitFor();
});

it('offers what is known of contacts between the braces, and filters after them', async () => {
  const name = unusedName('L');
  const { listId } = await sut.client.call('POST /api/audience/lists', z.object({ listId: z.string() }), { name });
  const person = { listId, address: 'zoe@example.com', fields: { favourite: 'Tea' } };
  await sut.client.call('POST /api/audience/contacts', z.object({ contactId: z.string() }), person);
  const other = { listId, address: 'tom@example.com' };
  await sut.client.call('POST /api/audience/contacts', z.object({ contactId: z.string() }), other);
  const { page } = await sut.visit('author', '/content/new/html?in=en');
  await page.getByRole('combobox', { name: 'Merge fields of which list?' }).click();
  await page.getByRole('option', { name, exact: true }).click();

  // What is offered is what was known when the first letter was typed.
  await eventually(
    async () => {
      await codeIn(page).fill('');
      await codeIn(page).pressSequentially('{{ fav');
      await page.getByRole('option', { name: /^favourite\s*1 of 2 have none$/ }).click({ timeout: A_MOMENT_MS });
    },
    () => true,
    { what: 'the field to be offered with how many have none' },
  );
  await codeIn(page).pressSequentially(' | upc');
  await page.getByRole('option', { name: 'upcase' }).click();

  expect(await codeIn(page).textContent()).toContain('{{ favourite | upcase');
});

it('shows the mail as a real contact will get it, by day and by night, on a phone and as text', async () => {
  const { listId } = await sut.client.call('POST /api/audience/lists', z.object({ listId: z.string() }), { name: 'M' });
  const person = { listId, address: 'kim@example.com', fields: { name: '김하늘' } };
  await sut.client.call('POST /api/audience/contacts', z.object({ contactId: z.string() }), person);
  const { templateId } = await givenTemplate('For Kim');
  const visit = await sut.visit('viewer', `/content/templates/${templateId}`);
  const { page } = visit;

  await page.getByRole('combobox', { name: 'As whom?' }).pressSequentially('kim@');
  await page.getByRole('option', { name: 'kim@example.com' }).click();

  await mailIn(page).getByText('Hello 김하늘').waitFor();
  await page.getByText('News for 김하늘').waitFor();
  await page.getByText('Phone', { exact: true }).click();
  await page.getByRole('switch', { name: 'Dark' }).press('Space');
  await page.getByRole('switch', { name: 'Dark', checked: true }).waitFor();
  await finish(visit, 'content-preview-dark');
  await page.getByText('Plain text', { exact: true }).first().click();
  await page.locator('pre').getByText('Hello 김하늘').waitFor();
});

it('changes a mail on the canvas, and leaves everything else of it as it was', async () => {
  const visit = await sut.visit('author', '/content/new/welcome?in=en');
  const { page } = visit;
  const canvas = page.frameLocator('.gjs-frame');
  await untilSelected(canvas.getByText('Say who you are'), page.getByRole('textbox', { name: 'Size of the text' }));
  await page.getByRole('textbox', { name: 'Size of the text' }).fill('21px');
  await page.getByRole('textbox', { name: 'Size of the text' }).press('Enter');
  await page.getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('heading', { name: 'Line' }).waitFor();
  await finish(visit, 'content-design');

  await page.getByText('Preview', { exact: true }).first().click();
  await mailIn(page).getByText('Say who you are').waitFor();

  const kept = await eventually(
    async () => z.array(z.string()).parse(await page.evaluate('Object.values(sessionStorage)')),
    (drafts) => drafts.join().includes('<mj-divider />'),
    { what: 'the draft to be kept' },
  );
  expect(kept.join()).toContain('font-size=\\"21px\\"');
  expect(kept.join()).toContain('<mj-divider />');
  expect(kept.join()).toContain('prefers-color-scheme: dark');
});

it('puts a picture of one’s own in the place of another on the canvas', async () => {
  const { page } = await sut.visit('author', '/content/new/sale?in=en');
  const pictures = page.frameLocator('.gjs-frame').locator('img');
  await untilSelected(pictures.first(), page.getByRole('button', { name: 'Upload another picture' }));
  await page
    .locator('input[type=file][accept^="image/"]')
    .first()
    .setInputFiles({ ...POINT, buffer: Buffer.from('no') });
  await page.getByText('“point.gif” holds no picture that mails can show').waitFor();

  await page.locator('input[type=file][accept^="image/"]').first().setInputFiles(POINT);

  const address = page.getByRole('textbox', { name: 'Address of the picture' });
  const ours = (source: string | null) => /\/images\/img_\w+\.gif$/.test(source ?? '');
  await eventually(() => pictures.first().getAttribute('src'), ours, { what: 'the picture on the canvas' });
  await eventually(() => address.inputValue(), ours, { what: 'its address' });
  await page.getByText('Preview', { exact: true }).first().click();
  const sent = mailIn(page).locator('img').first();
  await eventually(() => sent.getAttribute('src'), ours, { what: 'the picture in the mail' });
});

it('keeps what is not saved, and lets the author choose when somebody else was faster', async () => {
  const { templateId } = await givenTemplate('Ours');
  const { page } = await sut.visit('author', `/content/templates/${templateId}`);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Mine');
  await page.reload({ waitUntil: 'commit' });
  await page.getByText('This is what you wrote before').waitFor();
  const other = await sut.visit('author', `/content/templates/${templateId}`);
  await other.page.getByRole('textbox', { name: 'Subject' }).fill('Theirs');
  const save = other.page.getByRole('button', { name: 'Save', exact: true });
  await pressAndHear(save, other.page.getByText('Saved', { exact: true }));

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Take theirs, drop mine' }).click();

  await eventually(
    () => page.getByRole('textbox', { name: 'Subject' }).inputValue(),
    (subject) => subject === 'Theirs',
    { what: 'their subject' },
  );
});

it('puts a picture where mails can load it, with words for those who do not see it', async () => {
  const { page } = await sut.visit('author', '/content/new/html?in=en');
  await codeIn(page).click();
  await page.getByRole('button', { name: 'Insert a picture' }).click();
  await page.locator('.mantine-Modal-content input[type=file]').setInputFiles(POINT);
  await page.getByRole('textbox', { name: 'What it shows' }).fill('A point');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  const code = await eventually(
    async () => (await codeIn(page).textContent()) ?? '',
    (text) => text.includes('alt="A point"'),
    { what: 'the picture in the code' },
  );

  const [source = ''] = /http[^"]+\/images\/img_\w+\.gif/.exec(code) ?? [];
  const picture = await fetch(source);

  expect(picture.headers.get('content-type')).toBe('image/gif');
  expect(picture.headers.get('cache-control')).toContain('immutable');
});

it('inserts a picture that is here already, until it is deleted where all of them are', async () => {
  const visit = await sut.visit('author', '/content/pictures');
  const { page } = visit;
  const name = `${unusedName('mine')}.gif`;
  await page.locator('input[type=file]').setInputFiles({ ...POINT, name });
  await page.getByText(name, { exact: true }).waitFor();
  await finish(visit, 'content-pictures');

  await page.goto(`${sut.gateway}/content/new/html?in=en`);
  await codeIn(page).click();
  await page.getByRole('button', { name: 'Insert a picture' }).click();
  await page.getByRole('button', { name }).click();
  await finish(visit, 'content-known-pictures');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await eventually(
    async () => (await codeIn(page).textContent()) ?? '',
    (text) => /http[^"]+\/images\/img_\w+\.gif/.test(text),
    { what: 'the picture in the code' },
  );

  await page.goto(`${sut.gateway}/content/pictures`);
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText(name, { exact: true }).waitFor({ state: 'detached' });
});

it('shows a picture that is sent inside the mail', async () => {
  const visit = await sut.visit('author', '/content/new/html?in=en');
  const { page } = visit;
  await codeIn(page).click();
  await page.getByRole('button', { name: 'Insert a picture' }).click();
  await page.locator('.mantine-Modal-content input[type=file]').setInputFiles(POINT);
  await page.getByRole('textbox', { name: 'What it shows' }).fill('A point');
  await page.getByRole('radio', { name: /^Inside the mail/ }).check();
  await page.getByRole('button', { name: 'Insert', exact: true }).click();

  await mailIn(page).locator('img[src^="data:image/gif"][src$="RAA7"]').waitFor({ state: 'attached' });
  expect(await codeIn(page).textContent()).toMatch(/src="cid:med_/);
  expect(visit.complaints()).toEqual([]);
});

it('shows those who may only look what they may not do, and why', async () => {
  const { templateId } = await givenTemplate('Only to look at');
  const visit = await sut.visit('viewer', `/content/templates/${templateId}`);

  expect(await visit.page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  expect(await visit.page.getByLabel('This needs the role “Author”. Ask an administrator.').count()).toBeGreaterThan(0);
  await finish(visit, 'content-viewer');
});

it.each([
  { language: 'ko', scheme: 'dark', width: 390, path: '/content', says: '템플릿은' },
  { language: 'ko', scheme: 'light', width: 1_440, path: '/content/new', says: '무엇으로 시작하시겠습니까?' },
  { language: 'en', scheme: 'dark', width: 390, path: '/content/files', says: 'Files that are attached' },
] as const)('reads well: $path in $language, $scheme, $width wide', async ({ path, says, ...look }) => {
  const visit = await sut.visit('author', path, look);

  await visit.page.getByText(says).first().waitFor();

  expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await finish(visit, `content${path.replaceAll('/', '-')}-${look.language}-${look.scheme}-${look.width}`);
});
