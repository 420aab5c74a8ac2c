import { once } from 'node:events';
import { Agent, createServer, type RequestListener } from 'node:http';

import { post } from './exchange.ts';

const agent = new Agent({ keepAlive: true });
const body = Buffer.from('Action=SendRawEmail');

const listening = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const send = (signal = new AbortController().signal) =>
    post({ url: new URL(`http://127.0.0.1:${port}/`), headers: {}, body: [body], agent, signal });

  return { server, send, close: () => server.close().closeAllConnections() };
};

it('answers what came back, whole', async () => {
  const { send, close } = await listening((_, response) => {
    response.writeHead(400).write('one ');
    response.end('두 가지');
  });

  const answer = await send();

  expect(answer).toEqual({ status: 400, body: 'one 두 가지' });
  close();
});

it('has destroyed the socket when it tells of an abort', async () => {
  const abort = new AbortController();
  const { server, send, close } = await listening(() => abort.abort());
  const connected = once(server, 'connection');
  const sending = send(abort.signal);
  const [socket] = await connected;
  const closed = once(socket, 'close');

  await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  await closed;

  expect(Object.keys(agent.sockets)).toEqual([]);
  close();
});

it('sends again over a socket that served well', async () => {
  let connections = 0;
  const { server, send, close } = await listening((_, response) => response.end('fine'));
  server.on('connection', () => {
    connections += 1;
  });

  await send();
  await send();

  expect(connections).toBe(1);
  close();
});
