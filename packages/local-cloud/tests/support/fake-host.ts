import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { readBody } from '../../src/http/answer.ts';
import { close, listen } from '../../src/http/listen.ts';

const HOST = '127.0.0.1';

export type Handler = (event: unknown) => unknown;

interface Ports {
  readonly httpPort: number;
  readonly lambdaPort: number;
}

/** A service host that answers as serverless-offline does: errors in its words, HTTP with what it was asked. */
export const startFakeHost = async ({ httpPort, lambdaPort }: Ports, functions: Readonly<Record<string, Handler>>) => {
  const lambda = createServer((request, response) => void invoke(functions, request, response));
  const http = createServer((request, response) => void echo(request, response));
  await listen(lambda, { host: HOST, port: lambdaPort });
  await listen(http, { host: HOST, port: httpPort });

  return {
    /** Ends as a killed process does: listeners and connections at once. */
    kill: async (): Promise<void> => {
      await Promise.all([lambda, http].map((server: Server) => close(server)));
    },
  };
};

const invoke = async (
  functions: Readonly<Record<string, Handler>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const name = decodeURIComponent(request.url?.split('/')[3] ?? '');
  const body = await readBody(request);
  try {
    const result = await functions[name]?.(JSON.parse(body.toString('utf8') || '{}'));
    response.end(JSON.stringify(result));
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    response.setHeader('x-amz-function-error', 'Unhandled');
    response.end(JSON.stringify({ errorType: 'Error', errorMessage: message, trace: stack?.split('\n') }));
  }
};

/** The header that no page's request may have here, and the one by which the gateway tells of the page. */
const originsOf = ({ headers }: IncomingMessage) => ({ origin: headers.origin, told: headers['x-local-origin'] });

/** By which serverless-offline would believe anybody to be whom they say. */
const claimedOf = ({ headers }: IncomingMessage) => ({ claimed: headers['sls-offline-authorizer-override'] });

const echo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await readBody(request);
  const answer = request.url?.endsWith('/throws')
    ? { errorMessage: 'no', errorType: 'TypeError', stackTrace: ['TypeError: no'] }
    : {
        method: request.method,
        path: request.url,
        body: body.toString('utf8'),
        ...originsOf(request),
        ...claimedOf(request),
      };
  const text = JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
};
