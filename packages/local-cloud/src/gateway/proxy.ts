import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { readBody, sendJson } from '../http/answer.ts';
import type { Log } from '../log.ts';
import { thrownError } from './thrown-error.ts';

/** An HTTP API waits this long for a function. */
const TIMEOUT_MS = 30_000;
/** Where a host finds the `Origin` of a request that came by the gateway. */
const HIDDEN_ORIGIN = 'x-local-origin';
/** By which a host would take anybody for whom they say they are. */
const CLAIMED_IDENTITY = 'sls-offline-authorizer-override';
/** A handler that threw answers with little; larger bodies pass through without being looked at. */
const LARGEST_INSPECTED_BYTES = 65_536;

interface Target {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly log: Log;
}

/** Passes a request on to a service host, and its answer back. Resolves when the answer has gone, or cannot. */
export const proxy = (incoming: IncomingMessage, outgoing: ServerResponse, target: Target): Promise<void> =>
  new Promise((resolve) => {
    const { host, port, path, log } = target;
    const unavailable = () => {
      if (outgoing.headersSent) outgoing.destroy();
      else sendJson(outgoing, 503, { message: 'Service Unavailable' });
      resolve();
    };
    const { method } = incoming;
    // What a page may do is decided here; a host refuses the pages of other sites. Its functions are told of them all the same.
    const { origin, [HIDDEN_ORIGIN]: _, [CLAIMED_IDENTITY]: __, ...others } = incoming.headers;
    const headers = { ...others, ...(origin !== undefined && { [HIDDEN_ORIGIN]: origin }), connection: 'close' };
    const upstream = request({ host, port, path, method, headers, agent: false });
    upstream.setTimeout(TIMEOUT_MS, () => upstream.destroy(new Error('integration timed out')));
    upstream.once('error', unavailable);
    upstream.once('response', (answer) => {
      pass(answer, outgoing, (error) => log(`${method} ${path} threw: ${error}`)).then(resolve, unavailable);
    });
    outgoing.once('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });

const pass = async (answer: IncomingMessage, outgoing: ServerResponse, onThrown: (error: string) => void) => {
  const { statusCode = 502, headers } = answer;
  delete headers.connection;
  if (!mayBeThrown(answer)) {
    outgoing.writeHead(statusCode, headers);
    await pipeline(answer, outgoing);
    return;
  }

  const body = await readBody(answer);
  const thrown = thrownError(body.toString('utf8'));
  if (thrown !== undefined) {
    onThrown(thrown);
    sendJson(outgoing, 500, { message: 'Internal Server Error' });
    return;
  }
  outgoing.writeHead(statusCode, headers);
  outgoing.end(body);
};

const mayBeThrown = ({ statusCode = 0, headers }: IncomingMessage): boolean =>
  (statusCode === 200 || statusCode === 502) &&
  (headers['content-type'] ?? '').includes('json') &&
  Number(headers['content-length'] ?? Number.NaN) < LARGEST_INSPECTED_BYTES;
