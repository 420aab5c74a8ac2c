import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { errorText } from '../error-text.ts';
import { sendJson } from '../http/answer.ts';
import { isForLoopback, isOurCaller } from '../http/loopback.ts';
import type { Log } from '../log.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

interface Parts {
  readonly serviceApi: Answer;
  readonly lambdaApi: Answer;
  readonly localApi: Answer;
  readonly mailbox: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  /** Pictures that mails load. */
  readonly images: Answer;
  /** Everything else: the web app. */
  readonly web: Answer;
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
  switch (pathname.split('/')[1] ?? '') {
    case 'api':
      return parts.serviceApi(request, response, url);
    case '_local':
      return parts.localApi(request, response, url);
    case 'mailbox':
      return parts.mailbox(request, response);
    case 'images':
      return parts.images(request, response, url);
    case '2015-03-31':
      if (!isOurCaller(request)) return sendJson(response, 403, { Message: 'No page of another site may ask' });
      return parts.lambdaApi(request, response, url);
    default:
      return parts.web(request, response, url);
  }
};
