import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';

import { readBody } from '../../http/answer.ts';
import { isOurCaller } from '../../http/loopback.ts';
import { ApiError } from '../errors.ts';
import type { Operation } from './operation.ts';

const TARGET = 'AWSStepFunctions.';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const operationNamed = (operations: Readonly<Record<string, Operation>>, target: unknown): Operation => {
  const name = typeof target === 'string' && target.startsWith(TARGET) ? target.slice(TARGET.length) : '';
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found !== undefined) return found;
  throw new ApiError('UnknownOperationException', `The operation '${name}' is not implemented here`);
};

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const text = (await readBody(request)).toString();
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new ApiError('SerializationException', 'The request body is not JSON');
  }
};

const failure = (error: unknown): Answer => {
  if (error instanceof ApiError) return { status: 400, body: { __type: error.type, message: error.message } };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: { __type: 'InternalFailure', message } };
};

const answerTo = async (operations: Readonly<Record<string, Operation>>, request: IncomingMessage): Promise<Answer> => {
  try {
    if (!isOurCaller(request)) throw new ApiError('AccessDeniedException', 'Only this machine may ask');
    const answer = operationNamed(operations, request.headers['x-amz-target']);
    return { status: 200, body: await answer(await readJson(request)) };
  } catch (error) {
    return failure(error);
  }
};

const send = (response: ServerResponse, { status, body }: Answer): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
};

/** Speaks AWS JSON 1.0, so that `@aws-sdk/client-sfn` needs nothing but the address. */
export const createApiServer = (operations: Readonly<Record<string, Operation>>): http.Server =>
  http.createServer((request, response) => {
    void answerTo(operations, request).then((answer) => send(response, answer));
  });
