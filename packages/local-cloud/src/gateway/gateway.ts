import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { errorText } from '../error-text.ts';
import { sendJson } from '../http/answer.ts';
import { isForLoopback } from '../http/loopback.ts';
import type { Log } from '../log.ts';
import { invokedFunction } from './lambda-api.ts';

interface Parts {
  readonly serviceApi: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  readonly lambdaApi: (request: IncomingMessage, response: ServerResponse, functionName: string) => Promise<void>;
  readonly localApi: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  readonly mailbox: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  readonly log: Log;
}

/** One address for everything people and services ask of the local platform. */
export const createGateway = (parts: Parts): Server =>
  createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      parts.log(`${request.method} ${request.url?.split('?')[0]}: ${errorText(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: 'Internal Server Error', error: errorText(error) });
    });
  });

const route = async (parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (!isForLoopback(request)) return sendJson(response, 403, { message: 'Forbidden: ask 127.0.0.1 or localhost' });
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { pathname } = url;
  const functionName = request.method === 'POST' ? invokedFunction(pathname) : undefined;
  if (functionName !== undefined) return parts.lambdaApi(request, response, functionName);
  if (pathname.startsWith('/api/')) return parts.serviceApi(request, response, url);
  if (pathname.startsWith('/_local/')) return parts.localApi(request, response, url);
  if (pathname === '/mailbox' || pathname.startsWith('/mailbox/')) return parts.mailbox(request, response);

  return sendJson(response, 404, { message: `Nothing at ${pathname}; local-cloud has no emulator for it` });
};
