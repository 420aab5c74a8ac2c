import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod/mini';

import { readBody } from '../api/read-body.ts';
import { validate } from '../validate.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** A request that cannot be answered as asked; told to the client as RFC 9457 problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** What the groups of the route's path matched. */
  readonly params: readonly string[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
};

export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

export const sendProblem = (response: ServerResponse, { status, message }: Problem): void => {
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify({ type: 'about:blank', title: titles[status] ?? 'Error', status, detail: message }));
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'The body is not JSON.');
  }
};

/** Parses what came from outside, or answers 400 with what is wrong with it. */
export const orProblem = <Shape>(schema: z.ZodMiniType<Shape>, value: unknown): Shape =>
  validate(schema, value, (problems) => new Problem(400, problems));

/** @throws Problem that names the field and the rule. */
export const readJson = async <Shape>(request: IncomingMessage, schema: z.ZodMiniType<Shape>): Promise<Shape> => {
  // Another site's page can post a form to this address, but not JSON.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'Send content-type: application/json.');
  }
  return orProblem(schema, parsedJson((await readBody(request, MAX_BODY_BYTES)).toString()));
};
