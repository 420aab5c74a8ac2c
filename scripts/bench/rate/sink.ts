import { createServer, type ServerResponse } from 'node:http';
import { TokenBucket } from '../../../packages/local-cloud/src/ses/account/token-bucket.ts';
import { systemClock } from '../../../packages/local-cloud/src/ses/clock.ts';
import { etagOf, objectsOf } from '../dispatch/run-objects.ts';
import { type Figures, figuresOf } from './figures.ts';
import * as answers from './ses-answers.ts';

/**
 * A process that is S3 and SES at once. As S3 it hands out the objects of a run. As SES it takes its time, grants a rate by the rule of
 * local-cloud's SES (an idle second may be caught up), refuses what is faster, and notes when every request had arrived.
 */
interface Account {
  readonly rate: number;
  readonly answerMs: number;
}

const [chunkCount, rate, answerMs] = process.argv.slice(2).map(Number);
const account: Account = { rate: rate ?? 0, answerMs: answerMs ?? 0 };
const objects = objectsOf(chunkCount ?? 0);
const bucket = new TokenBucket({ ...systemClock, now: () => performance.now() });
bucket.resize(account.rate, account.rate + 1);
const arrivals: number[] = [];
const throttled: number[] = [];

/** Half of the answers come up to a fifth sooner than said, half up to a fifth later. */
const answer = (response: ServerResponse, [status, body]: answers.Answer): void => {
  setTimeout(
    () => response.writeHead(status, { 'content-type': 'text/xml', 'content-length': body.length }).end(body),
    account.answerMs * (0.8 + Math.random() * 0.4),
  );
};

const takeMail = (response: ServerResponse): void => {
  const now = performance.now();
  const isTaken = bucket.take(1);
  (isTaken ? arrivals : throttled).push(now);
  answer(response, isTaken ? answers.accepted(arrivals.length) : answers.throttled);
};

const giveObject = (path: string, response: ServerResponse): void => {
  const body = objects.get(path);
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { etag: `"${etagOf(body)}"`, 'content-length': body.length }).end(body);
};

const server = createServer((request, response) => {
  if (request.method === 'GET')
    return giveObject(new URL(request.url ?? '/', 'http://sink').pathname.slice(1), response);

  let action = '';
  request.on('data', (part: Buffer) => {
    if (action === '') action = part.toString('latin1', 0, 40);
  });
  request.on('end', () => {
    if (action.includes('GetSendQuota')) answer(response, answers.quota(account.rate));
    else takeMail(response);
  });
});

/** Asked with `[]`: whether mail has come. With a window, counted from the first mail: what came in it. */
process.on('message', ([fromMs, forMs]: readonly number[]) => {
  const figures: Figures | undefined =
    fromMs === undefined || forMs === undefined
      ? undefined
      : figuresOf({ arrivals, throttled }, { rate: account.rate, fromMs, forMs });
  process.send?.({ isWarming: arrivals.length > 0, ...figures });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
