import { request } from 'node:http';

import { readBody } from '../http/answer.ts';
import { answered, failed, type Invocation, timedOut } from './invocation.ts';

/** serverless-offline ends a handler at its time-out; this is how much longer we wait for it to say so. */
const GRACE_SECONDS = 5;

interface Call {
  readonly host: string;
  readonly port: number;
  readonly functionName: string;
  readonly timeoutSeconds: number;
  readonly payload: string | Buffer;
}

/** A host did not answer: it is not there, or it went away half-way. */
export class HostUnreachable extends Error {
  override readonly name = 'HostUnreachable';
  /** The handler cannot have run, so that asking again is safe. */
  readonly wasRefused: boolean;

  constructor(cause: Error) {
    super('the service host does not answer', { cause });
    this.wasRefused = 'code' in cause && cause.code === 'ECONNREFUSED';
  }
}

/**
 * Invokes a function through serverless-offline's own Lambda endpoint. One connection a call: a kept one
 * may be closed by the host in the moment we use it, which looks like a dead host.
 *
 * @throws {HostUnreachable}
 */
export const callHost = ({ host, port, functionName, timeoutSeconds, payload }: Call): Promise<Invocation> =>
  new Promise((resolve, reject) => {
    const gone = (cause: Error) => reject(new HostUnreachable(cause));
    const call = request({
      host,
      port,
      method: 'POST',
      path: `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`,
      headers: { 'content-length': Buffer.byteLength(payload) },
      agent: false,
    });
    const deadline = setTimeout(
      () => {
        resolve(timedOut(timeoutSeconds));
        call.destroy();
      },
      (timeoutSeconds + GRACE_SECONDS) * 1_000,
    );
    call.once('error', (error) => {
      clearTimeout(deadline);
      gone(error);
    });
    call.once('response', (response) => {
      readBody(response)
        .then((body) => {
          const isError = response.statusCode !== 200 || response.headers['x-amz-function-error'] !== undefined;
          resolve(isError ? failed(body.toString('utf8')) : answered(body.toString('utf8')));
        }, gone)
        .finally(() => clearTimeout(deadline));
    });
    call.end(payload);
  });
