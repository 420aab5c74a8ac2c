import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';

/** Takes the place of local-cloud: answers a host's three questions, and remembers what it was told. */
export interface FakeCloud {
  readonly url: string;
  readonly lambdaUrl: string;
  readonly httpUrl: string;
  readonly told: ReadonlyMap<string, Record<string, unknown>>;
  close: () => Promise<void>;
}

export const startFakeCloud = async (): Promise<FakeCloud> => {
  const told = new Map<string, Record<string, unknown>>();
  const httpPort = await freePorts(2);
  const lambdaPort = httpPort + 1;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      told.set(request.url ?? '', JSON.parse(body));
      response.end(JSON.stringify(request.url === '/_local/attach' ? attachment : {}));
    });
  });
  const url = await listen(server);
  const attachment = {
    httpPort,
    lambdaPort,
    gateway: url,
    issuer: 'http://127.0.0.1:4506',
    env: { AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:4501', AWS_REGION: 'eu-west-1' },
  };

  return {
    url,
    lambdaUrl: `http://127.0.0.1:${lambdaPort}`,
    httpUrl: `http://127.0.0.1:${httpPort}`,
    told,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return `http://127.0.0.1:${portOf(server.address())}`;
};

const portOf = (address: AddressInfo | string | null): number => {
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen on a port.');

  return address.port;
};
