import { type IncomingMessage, Server, ServerResponse } from 'node:http';

const THIS_MACHINE = new Set(['127.0.0.1', 'localhost', '[::1]']);
let isInstalled = false;

/**
 * Keeps the pages of other sites away from the servers of this process.
 *
 * A host asks nobody for a token, and serverless-offline lets every site read its answers. So a page that is open in a
 * browser on this machine could read all contacts and launch campaigns, here or under a name of its own that it points at
 * 127.0.0.1. The servers are serverless-offline's, which offers no place to refuse a request; hence this one, below it.
 */
export const refusePages = (): void => {
  if (isInstalled) return;
  isInstalled = true;
  // oxlint-disable-next-line typescript/unbound-method -- applied to its server below
  const { emit } = Server.prototype;
  Object.assign(Server.prototype, {
    emit(this: Server, event: string, ...args: readonly unknown[]): boolean {
      const [request, response] = args;
      const isRefused = event === 'request' && isIncoming(request) && !isFromHere(request);
      if (!isRefused || !(response instanceof ServerResponse)) return Reflect.apply(emit, this, [event, ...args]);
      response.writeHead(403, { 'content-type': 'text/plain' });
      response.end('Only this machine may ask, and no page of another site.\n');
      return true;
    },
  });
};

const isIncoming = (value: unknown): value is IncomingMessage =>
  typeof value === 'object' && value !== null && 'headers' in value;

const isFromHere = ({ headers: { host = '', origin } }: IncomingMessage): boolean =>
  THIS_MACHINE.has(host.toLowerCase().replace(/:\d+$/, '')) && (origin === undefined || isOfThisMachine(origin));

const isOfThisMachine = (origin: string): boolean => URL.canParse(origin) && THIS_MACHINE.has(new URL(origin).hostname);
