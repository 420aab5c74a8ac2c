import type { IncomingMessage, ServerResponse } from 'node:http';

import { BodyTooLarge } from '../api/read-body.ts';
import type { Log } from '../log.ts';
import { type Controls, controlRoutes } from './control-routes.ts';
import { type Asked, Problem, sendProblem } from './http.ts';
import { messageRoutes } from './message-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { Search } from './search.ts';

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  readonly answer: (asked: Asked) => void | Promise<void>;
}

const MESSAGE = '/mailbox/api/messages/([\\w-]+)';

const routesOf = (controls: Controls): readonly Route[] => {
  const messages = messageRoutes(controls.mailbox, new Search(controls.mailbox));
  const control = controlRoutes(controls);
  const page = pageRoutes();

  return [
    { method: 'GET', path: /^\/mailbox\/?$/, answer: page.page },
    { method: 'GET', path: /^\/mailbox\/page\/([\w.-]+)$/, answer: page.file },
    { method: 'GET', path: /^\/mailbox\/api\/messages$/, answer: messages.list },
    { method: 'DELETE', path: /^\/mailbox\/api\/messages$/, answer: messages.clear },
    { method: 'GET', path: new RegExp(`^${MESSAGE}$`), answer: messages.read },
    { method: 'GET', path: new RegExp(`^${MESSAGE}/raw$`), answer: messages.raw },
    { method: 'GET', path: new RegExp(`^${MESSAGE}/attachments/(\\d+)$`), answer: messages.attachment },
    { method: 'GET', path: /^\/mailbox\/api\/summary$/, answer: control.summary },
    { method: 'GET', path: /^\/mailbox\/api\/settings$/, answer: control.settings },
    { method: 'POST', path: /^\/mailbox\/api\/settings$/, answer: control.changeSettings },
    { method: 'GET', path: /^\/mailbox\/api\/faults$/, answer: control.faults },
    { method: 'POST', path: /^\/mailbox\/api\/faults$/, answer: control.changeFaults },
  ];
};

const routeFor = (routes: readonly Route[], method: string, pathname: string): Route => {
  const here = routes.filter(({ path }) => path.test(pathname));
  if (here.length === 0) throw new Problem(404, `Nothing at ${pathname}.`);

  const route = here.find((each) => each.method === (method === 'HEAD' ? 'GET' : method));
  if (route === undefined) throw new Problem(405, `Allowed here: ${here.map((each) => each.method).join(', ')}.`);
  return route;
};

const problemOf = (error: unknown, log: Log): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof BodyTooLarge) return new Problem(413, error.message);
  log.error('mailbox_request_failed', { error: error instanceof Error ? `${error.stack}` : 'unknown' });
  return new Problem(500, 'The mailbox failed; its log says why.');
};

/** Makes the handler of everything at and below `/mailbox`. */
export const makeMailboxHandler = (controls: Controls, log: Log) => {
  const routes = routesOf(controls);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    response.setHeader('referrer-policy', 'no-referrer');
    try {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const route = routeFor(routes, request.method ?? 'GET', pathname);
      const [, ...params] = route.path.exec(pathname) ?? [];
      await route.answer({ request, response, query: searchParams, params });
    } catch (error) {
      const problem = problemOf(error, log);
      if (!response.headersSent) sendProblem(response, problem);
    }
  };

  return (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
};
