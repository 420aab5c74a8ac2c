import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** A process that is S3 and SNS at once, as little of both as a snapshot needs: keeps objects, hears facts. */
const objects = new Map<string, Buffer>();
const etagOf = (body: Buffer): string => createHash('md5').update(body).digest('hex');

const bodyOf = async (request: IncomingMessage): Promise<Buffer> =>
  Buffer.from(await new Response(Readable.toWeb(request)).arrayBuffer());

const give = (path: string, response: ServerResponse): void => {
  const body = objects.get(path);
  if (body === undefined) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  else response.writeHead(200, { etag: `"${etagOf(body)}"`, 'content-length': body.length }).end(body);
};

const take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await bodyOf(request);
  objects.set(path, body);
  response.writeHead(200, { etag: `"${etagOf(body)}"` }).end();
};

const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  await bodyOf(request);
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://bucket').pathname;
  if (request.method === 'POST') void hear(request, response);
  else if (request.method === 'PUT') void take(path, request, response);
  else give(path, response);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.on('message', () => {
  const bytes = [...objects.values()].reduce((sum, { length }) => sum + length, 0);
  process.send?.({ objects: objects.size, bytes });
});
process.on('disconnect', () => process.exit());
