import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  type Client,
  eventually,
  givenCampaign,
  isGone,
  mailsOf,
  openMail,
  untilEnded,
  untilSuppressed,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { untilDispatchHears } from './holdings.ts';
import { givenPlatform } from './platform.ts';

const SITE = 'https://www.example.com';
const Form = z.object({ formId: z.string(), submissionsUrl: z.url(), html: z.string() });
const Members = z.object({
  items: z.array(z.object({ address: z.string(), fields: z.record(z.string(), z.string()) })),
});
const Mails = z.object({ messages: z.array(z.object({ id: z.string(), to: z.array(z.string()) })) });
const History = z.object({ items: z.array(z.object({ how: z.optional(z.string()), words: z.optional(z.string()) })) });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_600));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenForm = async (said: object = {}) => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: '소식지 News' });
  const made = await client.call('POST /api/audience/forms', z.object({ formId: z.string() }), {
    name: 'Footer of the website',
    listId,
    origins: [SITE],
    fields: ['name'],
    language: 'en',
    sender: { name: 'Letters', address: 'letters@news.example.com' },
    ...said,
  });
  return { listId, ...(await client.call(`GET /api/audience/forms/${made.formId}`, Form)) };
};

const submit = (
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) =>
  fetch(url, {
    method: 'POST',
    headers: { origin: SITE, ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

const mailsTo = async (address: string) => {
  const answer = await fetch(`${platform.gateway}/mailbox/api/messages?limit=500`);
  const { messages } = z.parse(Mails, await answer.json());
  return messages.filter(({ to }) => to.includes(address));
};

/** The link in the mail that asks for a confirmation, once it has come. */
const linkIn = async (address: string) => {
  const [mail] = await eventually(
    () => mailsTo(address),
    ({ length }) => length > 0,
    { what: 'the mail that asks' },
  );
  const { html } = await openMail(platform.gateway, mail?.id ?? '');
  return /href="([^"]+)"/.exec(html)?.[1] ?? '';
};

const membersOf = async (listId: string) =>
  (await client.call(`GET /api/audience/lists/${listId}/contacts`, Members)).items;

const untilMember = (listId: string, address: string) =>
  eventually(
    () => membersOf(listId),
    (items) => items.some((one) => one.address === address),
    { what: 'a member' },
  );

const confirm = (link: string) => fetch(link, { method: 'POST', body: new URLSearchParams({ confirm: 'yes' }) });

it('takes on who fills in the HTML of the form, gets a mail and presses the button, and nobody before', async () => {
  const { listId, html, submissionsUrl } = await givenForm();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const names = [...html.matchAll(/ name="(\w+)"/g)].map(([, name]) => name);

  const sent = await submit(action, { email: 'Ada@Example.com', name: 'Ada', homepage: '' });
  const link = await linkIn('ada@example.com');
  const looks = [await fetch(link, { method: 'HEAD' }), await fetch(link), await fetch(link)];
  const pressedNothing = await fetch(link, { method: 'POST' });
  const before = await membersOf(listId);
  const pages = [await confirm(link), await confirm(link)];
  const after = await untilMember(listId, 'ada@example.com');

  expect([action, names]).toEqual([submissionsUrl, ['email', 'name', 'homepage']]);
  expect([sent, ...looks, pressedNothing, ...pages].map(({ status }) => status)).toEqual([
    200, 200, 200, 200, 400, 200, 200,
  ]);
  expect(before).toEqual([]);
  expect(after).toMatchObject([{ address: 'ada@example.com', fields: { name: 'Ada' } }]);
}, 600_000);

it('has back who had left everything, with the words that were agreed to', async () => {
  const { listId, submissionsUrl } = await givenForm({ texts: { consent: 'Yes, letters again!' } });
  const address = 'grace@example.com';
  const contact = { listId, address, fields: {} };
  const { contactId } = await client.call('POST /api/audience/contacts', shape.contactCreated, contact);
  await client.call(`POST /api/audience/contacts/${contactId}/unsubscribe`, z.unknown());
  await untilSuppressed(client, contactId, 'unsubscribed');

  await submit(submissionsUrl, { email: address });
  await confirm(await linkIn(address));
  const card = await eventually(
    () => client.call(`GET /api/audience/contacts/${contactId}`, shape.contact),
    ({ suppressed }) => suppressed === undefined,
    { what: 'the contact to be back' },
  );
  const history = await client.call(`GET /api/audience/contacts/${contactId}/history`, History);

  expect(card.lists).toMatchObject([{}]);
  expect(history.items[0]).toMatchObject({ how: 'form', words: 'Yes, letters again!' });
}, 800_000);

it('has back, and mails, who was erased and comes again', async () => {
  const { listId, submissionsUrl } = await givenForm();
  const address = 'success+erased@simulator.amazonses.com';
  const contact = { listId, address, fields: {} };
  const { contactId } = await client.call('POST /api/audience/contacts', shape.contactCreated, contact);
  await client.call(`DELETE /api/audience/contacts/${contactId}`, z.unknown());
  await eventually(
    () => isGone(client, contactId),
    (gone) => gone,
    { what: 'the contact to be forgotten' },
  );

  await submit(submissionsUrl, { email: address });
  await confirm(await linkIn(address));
  await untilMember(listId, address);
  for (const scope of ['everything', `list:${listId}`]) {
    await untilDispatchHears(platform, { contactId, scope, isSuppressed: false });
  }
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  await untilEnded(client, runId);

  expect([...(await mailsOf(platform.gateway, runId)).keys()]).toEqual([address]);
}, 1_600_000);

it('believes no link that was changed', async () => {
  const { listId, submissionsUrl } = await givenForm();
  await submit(submissionsUrl, { email: 'mallory@example.com' });
  const link = await linkIn('mallory@example.com');
  const at = link.length - 30;
  const changed = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;

  const answers = [await confirm(changed), await confirm(link.slice(0, -1)), await fetch(changed)];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(await membersOf(listId)).toEqual([]);
}, 400_000);

it('answers a program as it answers people, and sends nothing to the address that it gives', async () => {
  const { submissionsUrl } = await givenForm();

  const trapped = await submit(submissionsUrl, { email: 'victim@example.com', homepage: 'https://spam.example' });
  const person = await submit(submissionsUrl, { email: 'person@example.com' });
  await linkIn('person@example.com');

  expect([trapped.status, await trapped.text()]).toEqual([person.status, await person.text()]);
  expect(await mailsTo('victim@example.com')).toEqual([]);
}, 400_000);

it('lets scripts of its own websites send it and read the answer, and no others', async () => {
  const { submissionsUrl } = await givenForm({ redirectUrl: `${SITE}/thanks` });
  const preflight = (origin: string) =>
    fetch(submissionsUrl, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
  const json = { accept: 'application/json' };

  const answers = [
    await preflight(SITE),
    await preflight('https://evil.example'),
    await submit(submissionsUrl, { email: 'linus@example.com' }, json),
    await submit(submissionsUrl, { email: 'linus@example.com' }, { ...json, origin: 'https://evil.example' }),
    await submit(submissionsUrl, { email: 'linus@example.com' }),
  ];

  expect(answers.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
    [204, SITE],
    [403, null],
    [202, SITE],
    [403, null],
    [303, SITE],
  ]);
  expect(answers[4]?.headers.get('location')).toBe(`${SITE}/thanks`);
}, 240_000);

/** Thirty an hour are taken; another hour may begin meanwhile. */
const MOST_TRIES = 70;

it('stops who sends too much', async () => {
  const { submissionsUrl } = await givenForm();
  const statuses = new Set<number>();

  let last = await submit(submissionsUrl, { email: 'nobody' });
  for (let n = 0; n < MOST_TRIES && last.status !== 429; n += 1) {
    statuses.add(last.status);
    last = await submit(submissionsUrl, { email: 'nobody' });
  }

  expect([...statuses, last.status]).toEqual([422, 429]);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
}, 240_000);
