import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeSubmitForm } from '../../application/forms/submit-form.ts';
import type { Form } from '../../domain/forms/form.ts';
import { InMemoryAttributes } from '../../testing/in-memory-attributes.ts';
import {
  CountingLimits,
  formOf,
  InMemoryForms,
  InMemorySubmissions,
  RecordingSubscriptionCommands,
} from '../../testing/in-memory-forms.ts';
import { InMemoryLists } from '../../testing/in-memory-people.ts';
import { clockAt, countingIds } from '../../testing/in-memory-platform.ts';
import { allowForm } from './allow-form.ts';
import { sourceOf } from './source-of.ts';
import { submitForm } from './submit-form.ts';

const AT = '2026-11-22T10:00:00.000Z';
const route = '/api/audience/forms/{formId}/submissions';
const site = 'https://www.example.com';
const urlencoded = 'application/x-www-form-urlencoded';
const plain = { 'content-type': urlencoded, origin: site };
const multipart = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
    .concat('--xyz--\r\n');

const setUp = (said: Partial<Form> = {}, limits = new CountingLimits()) => {
  const submissions = new InMemorySubmissions();
  const commands = new RecordingSubscriptionCommands();
  const forms = new InMemoryForms(formOf(said));
  const edge = recordingEdge();
  const submit = makeSubmitForm({
    lists: new InMemoryLists({ listId: 'lst_1', name: 'News', createdAt: AT }),
    attributes: new InMemoryAttributes({ name: 'age', type: 'number' }),
    submissions,
    limits,
    commands,
    toAscii: (domain) => domain,
    contactIdOf: (address) => address,
    ids: countingIds(),
    clock: clockAt(AT),
  });
  const post = submitForm({ forms, submit, before: { proxies: 0, edgeKey: '' } }, edge);
  const preflight = allowForm(forms, edge);
  const ask = (
    method: 'POST' | 'OPTIONS',
    headers: Readonly<Record<string, string>>,
    body?: string,
    formId = 'frm_1',
  ) =>
    (method === 'POST' ? post : preflight)(
      httpEvent({ route: `${method} ${route}`, path: { formId }, headers, body, caller: null }),
      lambdaContext,
    );
  return { ask, submissions, commands, edge, sent: () => [...submissions.all.values()] };
};

it.each([
  ['JSON', 'application/json', JSON.stringify({ address: 'Ada@Example.com', name: 'Ada' })],
  ['a urlencoded form', urlencoded, 'email=Ada%40Example.com&name=Ada'],
  ['a multipart form', 'multipart/form-data; boundary=xyz', multipart({ email: 'Ada@Example.com', name: 'Ada' })],
])('takes %s', async (_, contentType, body) => {
  const { ask, sent, commands } = setUp();

  await ask('POST', { 'content-type': contentType, origin: site }, body);

  expect(sent()).toMatchObject([{ address: 'ada@example.com', fields: { name: 'Ada' } }]);
  expect(commands.taken).toEqual(['cnf_1']);
});

it('answers a page to a browser without scripts, in the language of the form', async () => {
  const { ask } = setUp({ language: 'ko' });

  const answer = await ask('POST', plain, 'email=ada%40example.com');

  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-language': 'ko' } });
  expect(answer.body).toContain('메일함을 확인해 주세요');
});

it('sends the browser on to where the form says', async () => {
  const { ask } = setUp({ redirectUrl: `${site}/thanks` });

  const answer = await ask('POST', plain, 'email=ada%40example.com');

  expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${site}/thanks` } });
});

it('sends a browser on to a page whose address is written in another alphabet', async () => {
  const { ask } = setUp({ redirectUrl: `${site}/감사` });

  const answer = await ask('POST', plain, 'email=ada@example.com');

  expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${site}/%EA%B0%90%EC%82%AC` } });
});

it('answers JSON to a script, which may read it on the websites of the form', async () => {
  const { ask } = setUp({ redirectUrl: `${site}/thanks` });

  const answer = await ask('POST', { ...plain, accept: 'application/json' }, 'email=ada%40example.com');

  expect(answer).toMatchObject({ statusCode: 202, headers: { 'access-control-allow-origin': site, vary: 'origin' } });
});

it.each([[site], ['http://localhost:3000']])('lets pages of %s send it by a script', async (origin) => {
  const { ask } = setUp({ origins: [site, 'http://localhost:3000'] });

  expect(await ask('OPTIONS', { origin })).toMatchObject({
    statusCode: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      vary: 'origin',
    },
  });
});

it.each(['https://evil.example', 'https://www.example.com.evil.example', 'null', 'http://www.example.com'])(
  'takes nothing from pages of %s',
  async (origin) => {
    const { ask, commands } = setUp();

    const answers = [
      await ask('OPTIONS', { origin }),
      await ask('POST', { 'content-type': urlencoded, origin }, 'email=ada%40example.com'),
    ];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    for (const { headers } of answers) expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(commands.taken).toEqual([]);
  },
);

it('answers a program that fills in what nobody sees like everybody else, and does nothing', async () => {
  const { ask, commands } = setUp();

  const human = await ask('POST', plain, 'email=ada%40example.com&homepage=');
  const bot = await ask('POST', plain, 'email=bob%40example.com&homepage=http%3A%2F%2Fspam.example');

  expect([bot.statusCode, bot.body]).toEqual([human.statusCode, human.body]);
  expect(commands.taken).toEqual(['cnf_1']);
});

it.each([
  ['too much of it', 'email=ada%40example.com', { source: 0 }, 429],
  ['too much of the form', 'email=ada%40example.com', { form: 0 }, 429],
  ['no address', 'name=Ada', {}, 422],
  ['two lines', 'email=ada%40example.com&name=Ada%0ABcc%3A', {}, 400],
  ['a long value', `email=ada%40example.com&name=${'a'.repeat(501)}`, {}, 400],
  ['a number that is none', 'email=ada%40example.com&age=old', {}, 422],
])('refuses %s with a sentence, on a page and in JSON', async (_, body, most, status) => {
  const form = { fields: ['name', 'age'] };
  const page = await setUp(form, new CountingLimits(most)).ask('POST', plain, body);
  const json = await setUp(form, new CountingLimits(most)).ask('POST', { ...plain, accept: 'application/json' }, body);

  expect([page.statusCode, json.statusCode]).toEqual([status, status]);
  expect(page.body).toMatch(/<p>[A-Z“].{20,}<\/p>/);
  expect(json).toMatchObject({ headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
});

it('says when to try again', async () => {
  const { ask } = setUp({}, new CountingLimits({ source: 0 }));

  const answer = await ask('POST', plain, 'email=ada%40example.com');

  expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
});

it.each([
  ['nonsense in JSON', 'application/json', '[1'],
  ['half a character', 'application/json', '{"address":"ada@example.com","name":"\\ud83d"}'],
  ['objects in JSON', 'application/json', '{"address":{"toString":1}}'],
  [
    'a file',
    'multipart/form-data; boundary=xyz',
    '--xyz\r\nContent-Disposition: form-data; name="name"; filename="a.exe"\r\n\r\nMZ\r\n--xyz--\r\n',
  ],
  ['a body without a type', '', 'hello'],
])('refuses %s', async (_, contentType, body) => {
  const { ask, commands } = setUp();

  expect((await ask('POST', { 'content-type': contentType }, body)).statusCode).toBe(400);
  expect(commands.taken).toEqual([]);
});

it('keeps what the form does not ask for, and what every object has, out of contacts', async () => {
  const { ask, sent } = setUp({ fields: ['name', 'constructor'] });

  await ask('POST', plain, 'email=ada%40example.com&plan=gold&__proto__=x&listId=lst_9&name=Ada');

  expect(sent()).toMatchObject([{ listId: 'lst_1', fields: { name: 'Ada' } }]);
  expect(Object.keys(sent()[0]?.fields ?? {})).toEqual(['name']);
});

it('reads numbers of a script as it reads those of a form', async () => {
  const { ask, sent } = setUp({ fields: ['age'] });

  await ask('POST', { 'content-type': 'application/json' }, '{"address":"ada@example.com","age":36}');

  expect(sent()).toMatchObject([{ fields: { age: '36' } }]);
});

it('says that there is no such form', async () => {
  const { ask } = setUp();

  const answer = await ask('POST', { 'content-type': 'application/json' }, '{"address":"ada@example.com"}', 'frm_9');

  expect(answer.statusCode).toBe(404);
});

it('logs no address', async () => {
  const { ask, edge } = setUp();

  await ask('POST', plain, 'email=ada%40example.com&name=Ada');

  expect(JSON.stringify(edge)).not.toMatch(/ada|127\.0\.0\.1/i);
});

const FORGED = '198.51.100.9, 203.0.113.5';
const EDGE = 'the-key-of-the-edge';
it.each([
  ['without a proxy, whatever is forged', { proxies: 0, edgeKey: '' }, FORGED, undefined, '192.0.2.1'],
  ['behind one, whom it heard', { proxies: 1, edgeKey: '' }, `${FORGED}, 192.0.2.1`, undefined, '203.0.113.5'],
  ['behind one that is passed by', { proxies: 1, edgeKey: '' }, '192.0.2.1', undefined, '192.0.2.1'],
  ['through CloudFront, whom it heard', { proxies: 0, edgeKey: EDGE }, `${FORGED}, 192.0.2.1`, EDGE, '203.0.113.5'],
  ['past CloudFront', { proxies: 0, edgeKey: EDGE }, `${FORGED}, 192.0.2.1`, undefined, '192.0.2.1'],
  ['past CloudFront, with a key that is none', { proxies: 0, edgeKey: EDGE }, `${FORGED}, 192.0.2.1`, 'x', '192.0.2.1'],
  ['where CloudFront has no key', { proxies: 0, edgeKey: '' }, `${FORGED}, 192.0.2.1`, '', '192.0.2.1'],
])('knows who asked: %s', (_, before, forwardedFor, shown, source) => {
  const headers = { 'x-forwarded-for': forwardedFor, 'x-bulkhead-edge': shown };

  expect(sourceOf({ peer: '192.0.2.1', headers }, before)).toBe(source);
});
