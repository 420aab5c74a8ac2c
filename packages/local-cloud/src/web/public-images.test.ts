import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createPublicImages } from './public-images.ts';

const opened: Server[] = [];

const listening = async (server: Server): Promise<string> => {
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${isPort(address) ? address.port : 0}`;
};
const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

const setUp = async () => {
  const asked: string[] = [];
  const stores = await listening(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      const isThere = request.url === '/bucket/images/img_1.png';
      response.writeHead(isThere ? 200 : 404, {
        'content-type': 'image/png',
        'cache-control': 'immutable',
        secret: 'x',
      });
      response.end(isThere ? 'picture' : '');
    }),
  );
  const images = createPublicImages({ stores, bucket: 'bucket' });
  const address = await listening(
    createServer((request, response) => {
      void images(request, response, new URL(request.url ?? '', 'http://localhost'));
    }),
  );
  return { asked, get: (path: string, init?: RequestInit) => fetch(`${address}${path}`, init) };
};

afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

it('shows a picture with its type and for how long it may be kept', async () => {
  const answer = await (await setUp()).get('/images/img_1.png');

  expect(await answer.text()).toBe('picture');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'immutable',
  });
  expect(answer.headers.has('secret')).toBe(false);
});

it('says that there is none', async () => {
  expect((await (await setUp()).get('/images/img_2.png')).status).toBe(404);
});

it.each(['/images/../media/med_1', '/images/a%2fb.png', '/images/img_1.svg', '/images/', '/images/img_1.png/x'])(
  'asks the store for nothing else: %s',
  async (path) => {
    const { asked, get } = await setUp();

    expect((await get(path)).status).toBe(404);
    expect(asked).toEqual([]);
  },
);

it('changes nothing', async () => {
  expect((await (await setUp()).get('/images/img_1.png', { method: 'PUT', body: 'x' })).status).toBe(404);
});
