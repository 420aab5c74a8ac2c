import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A process that is S3, as little of it as a parser needs: hands out ranges of one file, and takes objects. */
const file = process.argv[2] ?? '';
const { size } = statSync(file);
let objects = 0;
let bytes = 0;

const give = (request: IncomingMessage, response: ServerResponse): void => {
  const [, start = '0', end = ''] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
  const range = { start: Number(start), end: end === '' ? size - 1 : Number(end) };
  const headers = { etag: '"bench"', 'content-length': range.end - range.start + 1 };
  response.writeHead(end === '' ? 200 : 206, headers);
  if (request.method === 'HEAD') response.end();
  else createReadStream(file, { ...range, highWaterMark: 1 << 18 }).pipe(response);
};

const take = (request: IncomingMessage, response: ServerResponse): void => {
  request.on('data', (piece: Buffer) => {
    bytes += piece.length;
  });
  request.on('end', () => {
    objects += 1;
    response.writeHead(200, { etag: '"taken"' }).end();
  });
};

const server = createServer((request, response) => {
  if (request.method === 'PUT') take(request, response);
  else give(request, response);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.on('message', () => process.send?.({ objects, bytes }));
process.on('disconnect', () => process.exit());
