import type { IncomingMessage, ServerResponse } from 'node:http';

import { readBody, sendJson } from '../http/answer.ts';
import { isLoopbackOrigin } from '../http/loopback.ts';
import { attachPayload, readyPayload, stacksPayload } from '../registry/payload.ts';
import { parseOrRefuse, RegistryRefusal } from '../registry/refusal.ts';
import type { Registry } from '../registry/registry.ts';

/** Answers `/_local/…`, by which services announce themselves. Errors come back as one sentence. */
export const createLocalApi =
  (registry: Registry) =>
  async (request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> => {
    const { origin } = request.headers;
    if (origin !== undefined && !isLoopbackOrigin(origin)) {
      return sendJson(response, 403, { error: 'web pages from elsewhere may not ask' });
    }
    const body = await readBody(request);
    try {
      sendJson(response, 200, await operate(registry, `${request.method} ${pathname}`, body.toString('utf8')));
    } catch (error) {
      if (!(error instanceof RegistryRefusal)) throw error;
      sendJson(response, error.status, { error: error.message });
    }
  };

const operate = async (registry: Registry, operation: string, body: string): Promise<unknown> => {
  switch (operation) {
    case 'GET /_local/state':
      return registry.state();
    case 'POST /_local/attach':
      return registry.attach(parseOrRefuse(attachPayload, json(body), 'attach'));
    case 'POST /_local/stacks':
      return registry.stacks(parseOrRefuse(stacksPayload, json(body), 'stacks'));
    case 'POST /_local/ready':
      return registry.ready(parseOrRefuse(readyPayload, json(body), 'ready'));
    default:
      throw new RegistryRefusal(`local-cloud knows no ${operation}`, 404);
  }
};

const json = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new RegistryRefusal('the body is not JSON');
  }
};
