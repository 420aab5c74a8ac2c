import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { etagOf, objectsOf } from './run-objects.ts';

/** A process that is S3 and SES at once, as little of both as a sender needs: hands out objects, takes every mail. */
const objects = objectsOf(Number(process.argv[2]));
let taken = 0;

const accepted = (messageId: string): string =>
  `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>${messageId}</RequestId></ResponseMetadata></SendRawEmailResponse>`;

const takeMail = (request: IncomingMessage, response: ServerResponse): void => {
  request.resume().on('end', () => {
    taken += 1;
    const body = accepted(`010201a2-${taken}`);
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': body.length }).end(body);
  });
};

const giveObject = (path: string, response: ServerResponse): void => {
  const body = objects.get(path);
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { etag: `"${etagOf(body)}"`, 'content-length': body.length }).end(body);
};

const server = createServer((request, response) => {
  if (request.method === 'POST') takeMail(request, response);
  else giveObject(new URL(request.url ?? '/', 'http://sink').pathname.slice(1), response);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.on('message', () => process.send?.({ taken }));
process.on('disconnect', () => process.exit());
