import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';

import { readBody } from '../http/answer.ts';
import { isOurCaller } from '../http/loopback.ts';
import type { Request } from './api.ts';
import { invalid, Refusal } from './problem.ts';

type Answer = (request: Request) => unknown;

const readJson = async (message: IncomingMessage): Promise<unknown> => {
  const text = (await readBody(message)).toString();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw invalid('The request body is not JSON.');
  }
};

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly errorType?: string;
}

const send = (response: ServerResponse, { status, body, errorType }: Reply): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': errorType }),
  });
  response.end(JSON.stringify(body));
};

const refusal = (thrown: unknown): Reply => {
  const body = { Message: thrown instanceof Error ? thrown.message : String(thrown) };
  if (thrown instanceof Refusal) return { status: thrown.status, body, errorType: thrown.type };
  return { status: 500, body, errorType: 'InternalServerException' };
};

const answerTo = async (routes: ReadonlyMap<string, Answer>, message: IncomingMessage): Promise<unknown> => {
  if (!isOurCaller(message)) throw new Refusal('AccessDeniedException', 'Only this machine may ask');
  const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://scheduler');
  const [resource = '', ...path] = pathname.slice(1).split('/').map(decodeURIComponent);
  const route = routes.get(resource);
  if (route === undefined) throw new Refusal('UnknownOperationException', `/${resource} is not implemented here`);
  return route({
    method: message.method ?? 'GET',
    path: path.filter((part) => part !== ''),
    query,
    body: await readJson(message),
  });
};

/** Speaks REST JSON, so that `@aws-sdk/client-scheduler` needs nothing but the address. */
export const createRestServer = (routes: ReadonlyMap<string, Answer>): http.Server =>
  http.createServer((message, response) => {
    answerTo(routes, message).then(
      (body) => send(response, { status: 200, body }),
      (thrown: unknown) => send(response, refusal(thrown)),
    );
  });
