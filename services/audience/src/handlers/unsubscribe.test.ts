import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import { makeUnsubscribe } from '../application/unsubscribe.ts';
import { ofList } from '../domain/consent.ts';
import { clockAt, PlainChecks, PlainTokens, RecordingConsentCommands } from '../testing/in-memory-platform.ts';
import { checkOneClick } from './check-one-click.ts';
import { showUnsubscribe } from './show-unsubscribe.ts';
import { unsubscribe } from './unsubscribe.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = {
  'content-type': 'multipart/form-data; boundary=xyz',
  body: '--xyz\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--xyz--\r\n',
};
const route = '/api/audience/unsubscribe/{token}';

const setUp = async () => {
  const tokens = new PlainTokens();
  const commands = new RecordingConsentCommands();
  const edge = recordingEdge();
  const token = (await tokens.signer())({ contactId: 'ada', scope: ofList('lst_1'), runId: 'run_1' });
  const clock = clockAt('2026-11-21T10:00:00Z');
  const checks = new PlainChecks();
  const act = unsubscribe(makeUnsubscribe({ tokens, checks, commands, clock }), edge);
  const check = checkOneClick(checks, 'https://news.example/api/audience/unsubscribe/', edge);
  const show = showUnsubscribe(tokens, edge);
  return {
    token,
    commands,
    check: () => check(httpEvent({ route: 'GET /api/audience/one-click-check' }), lambdaContext),
    get: (given = token, language = 'en') =>
      show(
        httpEvent({
          route: `GET ${route}`,
          path: { token: given },
          headers: { 'accept-language': language },
          caller: null,
        }),
        lambdaContext,
      ),
    post: (body: string, contentType: string, given = token) =>
      act(
        httpEvent({
          route: `POST ${route}`,
          path: { token: given },
          headers: { 'content-type': contentType },
          body,
          caller: null,
        }),
        lambdaContext,
      ),
  };
};

it('shows a page with a button and changes nothing', async () => {
  const { get, commands } = await setUp();

  const page = await get();

  expect(page).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': 'en' },
  });
  expect(page.body).toMatch(/<form method="post">.*<button type="submit">Unsubscribe<\/button>/s);
  expect(commands.sent).toEqual([]);
});

it.each([
  ['ko-KR,ko;q=0.9,en-US;q=0.8', 'ko'],
  ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
  ['ja,ko;q=0.5', 'ko'],
  ['fr-FR,fr', 'en'],
  ['ko;q=0,en', 'en'],
  ['', 'en'],
])('speaks to a browser that asks for %j in %s', async (accepted, language) => {
  const { get } = await setUp();

  const page = await get(undefined, accepted);

  expect(page.headers?.['content-language']).toBe(language);
  expect(page.body).toContain(`<html lang="${language}">`);
});

it.each([
  ['one-click of RFC 8058, urlencoded', 'List-Unsubscribe=One-Click', urlencoded],
  ['one-click of RFC 8058, multipart', multipart.body, multipart['content-type']],
  ['the button of the page', 'List-Unsubscribe=One-Click', `${urlencoded}; charset=utf-8`],
])('unsubscribes by %s', async (_, body, contentType) => {
  const { post, commands } = await setUp();

  expect(await post(body, contentType)).toMatchObject({ statusCode: 200 });
  expect(commands.sent).toMatchObject([
    { said: { contactId: 'ada', scope: { listId: 'lst_1' }, isSuppressed: true, reason: 'unsubscribed' } },
  ]);
});

it('keeps which words somebody agreed to, and whether there were any', async () => {
  const { get, post, commands } = await setUp();
  const page = await get(undefined, 'ko');
  const language = /name="page" value="(..)"/.exec(page.body ?? '')?.[1] ?? '';

  await post(`List-Unsubscribe=One-Click&page=${language}`, urlencoded);
  await post('List-Unsubscribe=One-Click', urlencoded);

  expect(commands.sent.map(({ evidence }) => evidence)).toEqual([
    { by: 'contact', how: 'page', runId: 'run_1', words: expect.stringContaining('수신 거부') },
    { by: 'contact', how: 'one_click', runId: 'run_1' },
  ]);
});

it('gives out a link to try, which is answered as those in mails are, and by which nobody leaves', async () => {
  const { check, post, commands } = await setUp();
  const { url } = JSON.parse((await check()).body ?? '');
  const [, token = ''] = /^https:\/\/news\.example\/api\/audience\/unsubscribe\/(.+)$/.exec(url) ?? [];

  const tried = await post('List-Unsubscribe=One-Click', urlencoded, token);
  const real = await post('List-Unsubscribe=One-Click', urlencoded);

  expect([tried.statusCode, tried.body]).toEqual([200, real.body]);
  expect(commands.sent).toHaveLength(1);
});

it('answers alike whoever has left before', async () => {
  const { post } = await setUp();

  const first = await post('List-Unsubscribe=One-Click', urlencoded);
  const second = await post('List-Unsubscribe=One-Click', urlencoded);

  expect([second.statusCode, second.body]).toEqual([200, first.body]);
});

it.each([
  ['nothing', '', urlencoded],
  ['something else', 'List-Unsubscribe=No', urlencoded],
  ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json'],
  ['half a form', '--xyz\r\nContent-Dis', multipart['content-type']],
])('takes %s for no wish and shows the button', async (_, body, contentType) => {
  const { post, commands } = await setUp();

  const page = await post(body, contentType);

  expect([page.statusCode, commands.sent]).toEqual([400, []]);
  expect(page.body).toContain('<button');
});

it('tells the bearer of a broken link what to do', async () => {
  const { get, post } = await setUp();

  const pages = [await get('cut'), await post('List-Unsubscribe=One-Click', urlencoded, 'cut')];

  for (const page of pages) {
    expect(page.statusCode).toBe(400);
    expect(page.body).toContain('This link is incomplete');
  }
});

it('shows no address, loads nothing, can be framed by nobody and leads to the preferences', async () => {
  const { get, token } = await setUp();

  const page = await get();

  expect(page.body).not.toContain('@');
  expect(page.body).toContain(`<a href="../preferences/${token}">`);
  expect(page.headers?.['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(page.headers?.['referrer-policy']).toBe('no-referrer');
});
