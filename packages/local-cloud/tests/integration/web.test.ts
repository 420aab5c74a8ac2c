import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { close, listen } from '../../src/http/listen.ts';
import { createWeb } from '../../src/web/web.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };

let folder = '';
let address = '';

const serveWeb = (where: string | undefined) => {
  const web = createWeb({
    folder: where,
    issuer: 'http://127.0.0.1:4506',
    stores: 'http://127.0.0.1:4501',
    region: 'eu-west-1',
  });
  return createServer((request, response) => {
    void web(request, response, new URL(request.url ?? '/', 'http://localhost'));
  });
};

let server = serveWeb(undefined);

const given = async (where: string | undefined): Promise<void> => {
  server = serveWeb(where);
  await listen(server, { host: '127.0.0.1', port: 0 });
  const { port } = z.parse(z.looseObject({ port: z.number() }), server.address());
  address = `http://127.0.0.1:${port}`;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bulkhead-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/index-1.js'), 'let a;');
});

afterEach(async () => {
  await close(server);
  await rm(folder, { recursive: true });
});

it('answers every page of the app with its one page, under a strict policy', async () => {
  await writeFile(join(folder, 'index.html'), '<title>Bulkhead</title>');
  await given(folder);

  const page = await fetch(`${address}/campaigns/cmp_1`, { headers: HTML });

  expect([page.status, await page.text()]).toEqual([200, '<title>Bulkhead</title>']);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(page.headers.get('content-security-policy')).toContain(
    "connect-src 'self' http://127.0.0.1:4506 http://127.0.0.1:4501;",
  );
});

it('shows a page that looks again by itself while the app is being built', async () => {
  await given(folder);

  const waiting = await fetch(`${address}/`, { headers: HTML });
  await writeFile(join(folder, 'index.html'), '<title>Bulkhead</title>');
  const built = await fetch(`${address}/`, { headers: HTML });

  expect([waiting.status, await waiting.text()]).toEqual([503, expect.stringContaining('http-equiv="refresh"')]);
  expect([built.status, await built.text()]).toEqual([200, '<title>Bulkhead</title>']);
});

it('tells the app where it runs', async () => {
  await given(folder);

  const config = await fetch(`${address}/config.json`);

  expect(config.headers.get('cache-control')).toBe('no-store');
  expect(await config.json()).toEqual({
    issuer: 'http://127.0.0.1:4506',
    clientId: 'console',
    stage: 'local',
    region: 'eu-west-1',
  });
});

it('says to an SDK that a service has no emulator, and gives it no page', async () => {
  await writeFile(join(folder, 'index.html'), '<title>Bulkhead</title>');
  await given(folder);

  const answers = await Promise.all([
    fetch(`${address}/2020-05-31/distribution`),
    fetch(`${address}/`, { method: 'POST', headers: HTML }),
    fetch(`${address}/assets/missing.js`, { headers: HTML }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

it('has nothing but answers for SDKs where no app is named', async () => {
  await given(undefined);

  const answers = await Promise.all([
    fetch(`${address}/`, { headers: HTML }),
    fetch(`${address}/config.json`, { headers: HTML }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
