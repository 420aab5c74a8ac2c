import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeSavePreferences, makeShowPreferences } from '../application/preferences.ts';
import { everything, ofList, type Scope } from '../domain/consent.ts';
import { InMemoryConsents, InMemoryContacts, InMemoryLists } from '../testing/in-memory-people.ts';
import { clockAt, PlainTokens, RecordingConsentCommands } from '../testing/in-memory-platform.ts';
import { savePreferences } from './save-preferences.ts';
import { showPreferences } from './show-preferences.ts';

const at = '2026-11-21T10:00:00.000Z';
const route = '/api/audience/preferences/{token}';
const shown = 'shown=lst_1&shown=lst_2';
const evidence = { by: 'contact', how: 'page', runId: 'run_1', words: expect.stringContaining('Save') };

const setUp = async (...left: readonly Scope[]) => {
  const contacts = new InMemoryContacts();
  const lists = new InMemoryLists(
    { listId: 'lst_1', name: 'News & <b>more</b>', createdAt: at },
    { listId: 'lst_2', name: '소식지', createdAt: at },
    { listId: 'lst_3', name: 'Of others', createdAt: at },
  );
  await lists.setBrand('lst_1', { name: '<Shop>', colour: '#ffd500' });
  await lists.setBrand('lst_2', { name: 'Another shop' });
  const consents = new InMemoryConsents();
  const address = 'ada@example.com';
  contacts.all.set('ada', {
    contactId: 'ada',
    address,
    fields: {},
    lists: { lst_1: at, lst_2: at, lst_gone: at },
    saidAt: at,
    revision: 1,
  });
  for (const scope of left)
    await consents.say({ contactId: 'ada', scope, at, isSuppressed: true, reason: 'unsubscribed' });
  const tokens = new PlainTokens();
  const commands = new RecordingConsentCommands();
  const edge = recordingEdge();
  const show = makeShowPreferences({ tokens, contacts, lists, consents });
  const save = makeSavePreferences({ showPreferences: show, commands, clock: clockAt(at) });
  const token = (await tokens.signer())({ contactId: 'ada', scope: ofList('lst_1'), runId: 'run_1' });
  return {
    commands,
    erase: () => contacts.all.delete('ada'),
    get: (language = 'en', given = token) =>
      showPreferences(show, edge)(
        httpEvent({
          route: `GET ${route}`,
          path: { token: given },
          headers: { 'accept-language': language },
          caller: null,
        }),
        lambdaContext,
      ),
    post: (body: string, given = token) =>
      savePreferences(save, edge)(
        httpEvent({
          route: `POST ${route}`,
          path: { token: given },
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body,
          caller: null,
        }),
        lambdaContext,
      ),
    said: () => commands.sent.map(({ said: { scope, isSuppressed } }) => [scope, isSuppressed]),
  };
};

it('shows the lists somebody is on, with a tick at those they get, and changes nothing', async () => {
  const { get, commands } = await setUp(ofList('lst_2'));

  const page = await get();

  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('value="lst_1" checked> News &#38; &#60;b&#62;more&#60;/b&#62;');
  expect(page.body).toContain('value="lst_2"> 소식지');
  expect(page.body).not.toMatch(/lst_3|lst_gone|@|<script/);
  expect(commands.sent).toEqual([]);
});

it('shows somebody who was erased that they get nothing', async () => {
  const { get, erase } = await setUp();
  erase();

  const page = await get();

  expect(page.body).toContain('value="lst_1"> News');
  expect(page.body).not.toContain('checked');
});

it.each([
  ['en', 'Which letters do you want?'],
  ['ko-KR,ko;q=0.9', '어떤 메일을 받으시겠어요?'],
])('speaks to a browser that asks for %s', async (language, title) => {
  const { get } = await setUp();

  expect((await get(language)).body).toContain(`<h1>${title}</h1>`);
});

it('says nothing of what stays as it is, and keeps the words of the page', async () => {
  const { post, commands, said } = await setUp(ofList('lst_2'));

  const answer = await post(`page=en&${shown}&list=lst_2`);

  expect(answer.statusCode).toBe(200);
  expect(said()).toEqual([
    [ofList('lst_1'), true],
    [ofList('lst_2'), false],
  ]);
  expect(commands.sent[0]?.evidence).toEqual(evidence);
});

it.each([
  [`page=en&${shown}&list=lst_1&list=lst_2`, []],
  [`page=en&${shown}&shown=lst_3&list=lst_1&list=lst_2&list=lst_3`, []],
  [`page=en&${shown}&nothing=yes&list=lst_1`, [[everything, true]]],
  [
    `page=ko&${shown}`,
    [
      [ofList('lst_1'), true],
      [ofList('lst_2'), true],
    ],
  ],
])('takes the form %s for what it says', async (form, changes) => {
  const { post, said } = await setUp();

  await post(form);

  expect(said()).toEqual(changes);
});

it('says nothing of a list that was joined after the page was opened', async () => {
  const { get, post, said } = await setUp();
  const page = await get();

  await post('page=en&shown=lst_1');

  expect(page.body).toContain('<input type="hidden" name="shown" value="lst_2">');
  expect(said()).toEqual([[ofList('lst_1'), true]]);
});

it('brings somebody back who had left everything and asks for a list', async () => {
  const { get, post, said } = await setUp(everything);
  const page = await get();

  await post(`page=en&${shown}&list=lst_1`);

  expect(page.body).not.toContain('checked');
  expect(said()).toEqual([
    [everything, false],
    [ofList('lst_2'), true],
  ]);
});

it.each(['', 'list=lst_1', 'page=fr&nothing=yes', '{"page":"en"}'])('takes %j for no wish', async (body) => {
  const { post, commands } = await setUp();

  const answer = await post(body);

  expect([answer.statusCode, commands.sent]).toEqual([400, []]);
});

it('tells the bearer of a broken link what to do', async () => {
  const { get, post, commands } = await setUp();

  const pages = [await get('en', 'cut'), await post('page=en&nothing=yes', 'cut')];

  for (const page of pages) expect([page.statusCode, page.body]).toEqual([400, expect.stringContaining('incomplete')]);
  expect(commands.sent).toEqual([]);
});

it('looks as the list wants it whose mail led to the page, before and after', async () => {
  const { get, post } = await setUp();

  const pages = [await get(), await post(`page=en&${shown}&list=lst_1`)];

  for (const { body } of pages) {
    expect(body).toContain('<p class="brand">&#60;Shop&#62;</p><h1>');
    expect(body).toContain('background:#ffd500;border-color:#ffd500;color:#000000');
    expect(body).not.toContain('Another shop');
  }
});
