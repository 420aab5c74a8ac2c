import type { IncomingMessage, ServerResponse } from 'node:http';

import { errorText } from '../error-text.ts';
import { readBody, sendJson } from '../http/answer.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { Invoker } from '../lambda/invoker.ts';
import type { Log } from '../log.ts';

const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** How long a call waits for a service that is starting, or starting again. */
const PATIENCE_MS = 60_000;

interface Wanted {
  readonly invoker: Invoker;
  readonly log: Log;
}

/** Answers Lambda's Invoke API: for the answer, for the record (`Event`), or not at all (`DryRun`). */
export const createLambdaApi =
  ({ invoker, log }: Wanted) =>
  async (request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> => {
    const functionName = decodeURIComponent(INVOKE_PATH.exec(pathname)?.[1] ?? '');
    const payload = await readBody(request);
    const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (type === 'DryRun') return end(response, 204, '');
    const invocation = invoker.invoke({ functionName, payload, patienceMs: PATIENCE_MS });
    if (type !== 'Event') return answer(response, await invocation, functionName);

    void invocation.then(
      ({ kind }) => kind !== 'answered' && log(`${functionName} was invoked as an event and ${kind.replace('_', ' ')}`),
      (error: unknown) => log(errorText(error)),
    );
    return end(response, 202, '');
  };

const answer = (response: ServerResponse, invocation: Invocation, functionName: string): void => {
  switch (invocation.kind) {
    case 'answered':
      return end(response, 200, invocation.payload);
    case 'failed':
    case 'timed_out':
      response.setHeader('x-amz-function-error', 'Unhandled');
      return end(response, 200, invocation.payload);
    case 'broken_off':
      response.setHeader('x-amzn-errortype', 'ServiceException');
      return sendJson(response, 500, { Type: 'Service', Message: `The call to ${invocation.service} broke off` });
    case 'host_gone':
      response.setHeader('x-amzn-errortype', 'ServiceException');
      return sendJson(response, 500, { Type: 'Service', Message: `The host of ${invocation.service} is gone` });
    case 'unknown_function':
      response.setHeader('x-amzn-errortype', 'ResourceNotFoundException');
      return sendJson(response, 404, { Type: 'User', Message: `Function not found: ${functionName}` });
  }
};

const end = (response: ServerResponse, status: number, payload: string): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'x-amz-executed-version': '$LATEST',
  });
  response.end(payload);
};
