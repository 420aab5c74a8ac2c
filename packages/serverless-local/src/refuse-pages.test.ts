import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusePages } from './refuse-pages.ts';

const asked: string[] = [];
const server = createServer((incoming, response) => {
  asked.push(incoming.url ?? '');
  response.end('letters');
});

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const ask = async (path: string, headers: Readonly<Record<string, string>>) => {
  const call = request({ host: '127.0.0.1', port: portOf(server.address()), path, method: 'POST', headers }).end();
  const [answer] = await once(call, 'response');
  answer.resume();

  return answer.statusCode;
};

beforeAll(async () => {
  refusePages();
  refusePages();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

it.each([
  {},
  { host: 'localhost:4510' },
  { host: '[::1]:4510' },
  { host: '127.0.0.1', origin: 'http://localhost:5173' },
])('answers programs and pages of this machine: %j', async (headers) => {
  const path = `/fine?${JSON.stringify(headers)}`;

  expect(await ask(encodeURI(path), headers)).toBe(200);
  expect(asked).toContain(encodeURI(path));
});

it.each([
  { host: 'evil.example' },
  { host: 'evil.example:4510' },
  { host: '127.0.0.1.evil.example' },
  { origin: 'https://evil.example' },
  { origin: 'https://127.0.0.1.evil.example' },
  { origin: 'null' },
])('refuses pages from elsewhere before anything runs: %j', async (headers) => {
  expect(await ask('/evil', headers)).toBe(403);
  expect(asked).not.toContain('/evil');
});
