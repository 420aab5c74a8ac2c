import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeRequestSubscription, makeShowConfirmation } from '../../application/forms/confirm.ts';
import type { Submission } from '../../domain/forms/submission.ts';
import {
  InMemorySubmissions,
  plainConfirmationTokens,
  RecordingSubscriptionCommands,
} from '../../testing/in-memory-forms.ts';
import { InMemoryLists } from '../../testing/in-memory-people.ts';
import { clockAt } from '../../testing/in-memory-platform.ts';
import { confirmSubscription } from './confirm-subscription.ts';
import { showConfirmation } from './show-confirmation.ts';

const AT = '2026-11-22T10:00:00.000Z';
const route = '/api/audience/confirmations/{token}';

const setUp = async (said: Partial<Submission> = {}) => {
  const submissions = new InMemorySubmissions();
  await submissions.add({
    confirmationId: 'cnf_1',
    formId: 'frm_1',
    listId: 'lst_1',
    contactId: 'ada',
    address: 'ada@example.com',
    fields: {},
    language: 'en',
    words: 'Letters & <b>more</b>',
    requestedAt: AT,
    expiresAt: AT,
    ...said,
  });
  const before = JSON.stringify([...submissions.all]);
  const commands = new RecordingSubscriptionCommands();
  const edge = recordingEdge();
  const lists = new InMemoryLists({
    listId: 'lst_1',
    name: '<News>',
    createdAt: AT,
    brand: { name: 'Shop & Co', colour: '#0b3d91' },
  });
  const show = makeShowConfirmation({ tokens: plainConfirmationTokens, submissions, lists });
  const requestSubscription = makeRequestSubscription({ showConfirmation: show, commands, clock: clockAt(AT) });
  const event = (method: string, token: string, body?: string, contentType = 'application/x-www-form-urlencoded') =>
    httpEvent({
      route: `${method} ${route}`,
      path: { token },
      headers: { 'content-type': contentType, 'accept-language': 'ko' },
      body,
      caller: null,
    });
  return {
    commands,
    isUntouched: () => JSON.stringify([...submissions.all]) === before && commands.confirmed.length === 0,
    get: (token = 'token-cnf_1') => showConfirmation(show, edge)(event('GET', token), lambdaContext),
    post: (body: string, contentType?: string, token = 'token-cnf_1') =>
      confirmSubscription({ showConfirmation: show, requestSubscription }, edge)(
        event('POST', token, body, contentType),
        lambdaContext,
      ),
  };
};

it('shows a page with a button, and changes nothing', async () => {
  const { get, isUntouched } = await setUp();

  const page = await get();

  expect(page).toMatchObject({ statusCode: 200, headers: { 'content-language': 'en', 'cache-control': 'no-store' } });
  expect(page.body).toContain('<button type="submit">Yes, I want it</button>');
  expect(page.body).not.toMatch(/ada|<b>|<News>|<script/);
  expect(isUntouched()).toBe(true);
});

it.each([
  ['a urlencoded form', 'confirm=yes', 'application/x-www-form-urlencoded'],
  [
    'a multipart form',
    '--xyz\r\nContent-Disposition: form-data; name="confirm"\r\n\r\nyes\r\n--xyz--\r\n',
    'multipart/form-data; boundary=xyz',
  ],
])('confirms by %s', async (_, body, contentType) => {
  const { post, commands } = await setUp();

  const page = await post(body, contentType);

  expect(page.body).toContain('You are on the list');
  expect(commands.confirmed).toEqual(['cnf_1']);
});

it.each([
  ['nothing', ''],
  ['something else', 'List-Unsubscribe=One-Click'],
  ['JSON', '{"confirm":"yes"}'],
])('asks again who posts %s', async (_, body) => {
  const { post, isUntouched } = await setUp();

  expect((await post(body)).statusCode).toBe(400);
  expect(isUntouched()).toBe(true);
});

it.each(['forged', 'token-cnf_9'])(
  'says in the language of the browser that the link %s does not work',
  async (token) => {
    const { get, post, isUntouched } = await setUp();

    const pages = [await get(token), await post('confirm=yes', undefined, token)];

    for (const page of pages) expect(page).toMatchObject({ statusCode: 400, headers: { 'content-language': 'ko' } });
    expect(isUntouched()).toBe(true);
  },
);

it('says who has confirmed before what to do if they have left since, and confirms nothing', async () => {
  const { get, post, isUntouched } = await setUp({ confirmedAt: AT });

  const pages = [await get(), await post('confirm=yes')];

  for (const page of pages) expect(page.body).toMatch(/confirmed this already.*fill in the form/s);
  expect(pages.map(({ body }) => body?.includes('<button'))).toEqual([false, false]);
  expect(isUntouched()).toBe(true);
});

it('speaks Korean where the form does', async () => {
  const { get } = await setUp({ language: 'ko' });

  expect((await get()).body).toContain('네, 받겠습니다');
});

it('looks as the list wants it', async () => {
  const { get, post } = await setUp();

  for (const { body } of [await get(), await post('confirm=yes')]) {
    expect(body).toContain('Shop &#38; Co');
    expect(body).toContain('background:#0b3d91;border-color:#0b3d91;color:#ffffff');
  }
});
