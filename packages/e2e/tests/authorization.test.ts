import { readFile } from 'node:fs/promises';

import { ROLES } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { type Platform, startPlatform } from '../../../scripts/lib/platform.ts';
import {
  Client,
  eventually,
  machineToken,
  signInAs,
  signInToConsole,
  tokenOfKey,
  tokenWithoutRole,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { badTokens } from './tokens.ts';

const BASE_PORT = 4_700;
const SERVICES = ['campaigns', 'audience', 'dispatch', 'feedback', 'console'];
const PEOPLE = ['vera', 'arthur', 'sena', 'ada'];
/** The shortest-lived of them, those that are forged, are good for five minutes. */
const TOKENS_FOR_MS = 180_000;

const Access = z.enum([...ROLES, 'anyone']);
const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-role': Access }))) });
const State = z.object({ services: z.array(z.object({ routes: z.array(z.object({ routeKey: z.string() })) })) });

const documented = await Promise.all(
  SERVICES.map(async (service) => {
    const file = new URL(`../../../services/${service}/openapi.json`, import.meta.url);
    const { paths } = z.parse(OpenApi, JSON.parse(await readFile(file, 'utf8')));
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { 'x-role': access }]) => ({
        route: `${method.toUpperCase()} ${path}`,
        access,
      })),
    );
  }),
);
const operations = documented.flat();

const KeyMade = z.object({ keyId: z.string(), secret: z.string() });
type ApiKey = z.infer<typeof KeyMade>;
const makeKey = (role: string, services?: readonly string[]) =>
  administrator.call('POST /api/console/keys', KeyMade, { name: `A ${role}`, role, ...(services && { services }) });

let platform: Platform;
let administrator: Client;
/** What API keys are called in the verdicts, and what they get tokens with. */
let keys: ReadonlyMap<string, ApiKey>;
/** `undefined` for whoever shows none. */
let tokens: ReadonlyMap<string, string | undefined>;
let tokensUntil = 0;

beforeAll(async () => {
  platform = await startPlatform({ basePort: BASE_PORT, hosts: 'one', log: 'quiet' });
  administrator = await givenAdministrator();
  const ofRoles = ROLES.map(async (role) => [`API key: ${role}`, await makeKey(role)] as const);
  const limited = SERVICES.filter((service) => service !== 'console').map(
    async (service) => [`API key for ${service}: administrator`, await makeKey('administrator', [service])] as const,
  );
  keys = new Map(await Promise.all([...ofRoles, ...limited]));
}, 300_000);

/** Tokens last for minutes, and a slow machine takes longer for all routes. */
beforeEach(async () => {
  if (Date.now() < tokensUntil) return;
  tokensUntil = Date.now() + TOKENS_FOR_MS;
  administrator = await givenAdministrator();
  tokens = await givenTokens();
}, 60_000);

const givenAdministrator = async () =>
  new Client({ gateway: platform.gateway, token: await machineToken(platform.issuer, 'administrator') });

const givenTokens = async () => {
  const { issuer, gateway } = platform;
  const people = PEOPLE.map(async (person, n) => [`person: ${ROLES[n]}`, await signInAs(issuer, person)] as const);
  const machines = ROLES.map(async (role) => [`machine: ${role}`, await machineToken(issuer, role)] as const);
  const exchanged = PEOPLE.map(
    async (person, n) =>
      [`person with a token of console: ${ROLES[n]}`, await signInToConsole(platform, person)] as const,
  );
  const ofKeys = [...keys].map(async ([who, key]) => [who, await tokenOfKey(gateway, key)] as const);
  const good = await Promise.all([...people, ...machines, ...exchanged, ...ofKeys]);
  return new Map([
    ['nobody', undefined],
    ...Object.entries(await badTokens(platform)),
    ['without a role', await tokenWithoutRole(issuer)],
    ...good,
  ]);
};

afterAll(() => platform.stop(), 60_000);

type Verdict = 'let in' | 'unauthorized' | 'role missing' | 'other service' | `failed with ${number}`;

/** What the access of a route means for each of them. */
const expectedOf = (route: string, access: z.infer<typeof Access>): Readonly<Record<string, Verdict>> => {
  const verdictOn = (who: string): Verdict => {
    if (access === 'anyone') return 'let in';
    const service = SERVICES.find((name) => who === `API key for ${name}: administrator`);
    if (service !== undefined && !route.includes(` /api/${service}/`)) return 'other service';
    const role = ROLES.find((name) => who.endsWith(`: ${name}`));
    if (role !== undefined) return ROLES.indexOf(role) >= ROLES.indexOf(access) ? 'let in' : 'role missing';
    return who === 'without a role' ? 'role missing' : 'unauthorized';
  };
  return Object.fromEntries([...tokens.keys()].map((who) => [who, verdictOn(who)]));
};

/** Asks with ids that nobody has: whoever is let in is told so, and nothing changes. */
const askWith = async (route: string, token: string | undefined): Promise<Verdict> => {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${platform.gateway}${path.replaceAll(/\{\w+\}/g, 'none')}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(!['GET', 'HEAD'].includes(method) && { body: '{}' }),
  });
  return verdictIn(response.status, await response.text());
};

const verdictIn = (status: number, text: string): Verdict => {
  if (status === 401) return 'unauthorized';
  if (text.includes('urn:bulkhead:problem:role_missing')) return 'role missing';
  if (text.includes('urn:bulkhead:problem:service_not_allowed')) return 'other service';
  return status < 500 ? 'let in' : `failed with ${status}`;
};

it('knows every route that the platform has, and no other', async () => {
  const state = z.parse(State, await (await fetch(`${platform.gateway}/_local/state`)).json());

  const served = state.services.flatMap(({ routes }) => routes.map(({ routeKey }) => routeKey));
  expect(operations.map(({ route }) => route).toSorted()).toEqual(served.toSorted());
});

it.each(operations)(
  '$route is for $access',
  async ({ route, access }) => {
    const verdicts = new Map<string, Verdict>();

    for (const [who, token] of tokens) verdicts.set(who, await askWith(route, token));

    expect(Object.fromEntries(verdicts)).toEqual(expectedOf(route, access));
  },
  180_000,
);

it('gives a revoked API key no token, and one that nobody made neither', async () => {
  const key = await makeKey('viewer');
  const before = await tokenOfKey(platform.gateway, key);
  await administrator.call(`DELETE /api/console/keys/${key.keyId}`, z.unknown());

  const ask = (client_id: string, client_secret: string) =>
    fetch(`${platform.gateway}/api/console/tokens`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
    });
  const [revoked, unknown] = [await ask(key.keyId, key.secret), await ask('key_0000000000000000', key.secret)];

  expect(before).toMatch(/^e/);
  expect([revoked.status, unknown.status]).toEqual([401, 401]);
  expect(await revoked.json()).toEqual(await unknown.json());
}, 60_000);

it('gives nobody a token of console for one that is no ID token for it', async () => {
  const statuses = new Set<number>();

  for (const [, token = ''] of [...tokens].filter(([who]) => who !== 'nobody')) {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    });
    statuses.add((await fetch(`${platform.gateway}/api/console/tokens`, { method: 'POST', body })).status);
  }

  expect(statuses).toEqual(new Set([400]));
}, 60_000);

it('writes down who changed what, for administrators, and not who only looked', async () => {
  const clientOf = (who: string) => new Client({ gateway: platform.gateway, token: tokens.get(who) ?? '' });
  const Audit = z.object({ items: z.array(z.looseObject({ service: z.string(), operation: z.string() })) });
  const author = clientOf('person: author');
  const { listId } = await author.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' });
  await author.call('GET /api/audience/lists', z.unknown());

  const { items } = await eventually(
    () => clientOf('person: administrator').call('GET /api/console/audit', Audit),
    (page) => page.items.some(({ service }) => service === 'audience'),
    { what: 'the deed to be kept' },
  );

  expect(items.filter(({ service }) => service === 'audience')).toEqual([
    {
      at: expect.any(String),
      service: 'audience',
      operation: 'POST /api/audience/lists',
      subject: { listId },
      person: { sub: 'arthur', name: 'Arthur Author', role: 'author' },
      status: 201,
      requestId: expect.any(String),
    },
  ]);
}, 240_000);
