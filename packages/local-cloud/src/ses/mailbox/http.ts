import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';

import { readBody } from '../api/read-body.ts';

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

/** Turns what a schema found into one sentence that names every field. */
export const orProblem = <Shape>(result: z.core.util.SafeParseResult<Shape>): Shape => {
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new Problem(400, problems.join('; '));
};

/** @throws Problem that names the field and the rule. */
export const readJson = async <Shape>(request: IncomingMessage, schema: z.ZodMiniType<Shape>): Promise<Shape> => {
  // Another site's page can post a form to this address, but not JSON.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'Send content-type: application/json.');
  }
  return orProblem(z.safeParse(schema, parsedJson((await readBody(request, MAX_BODY_BYTES)).toString())));
};
