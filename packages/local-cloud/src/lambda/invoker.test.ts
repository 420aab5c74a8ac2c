import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { close, listen } from '../http/listen.ts';
import { Hosts } from '../registry/hosts.ts';
import { createInvoker } from './invoker.ts';

const HOST = '127.0.0.1';
const PID = 100;

let server: Server;

/** A service whose host breaks every call off, and may leave with it. */
const givenHost = async (onCall: () => void = () => {}) => {
  server = createServer((request) => {
    request.socket.destroy();
    onCall();
  });
  await listen(server, { host: HOST, port: 0 });
  const { port }: Partial<AddressInfo> = Object(server.address());
  const known = new Hosts(0);
  known.attach('campaigns', PID);
  known.describe('campaigns', {
    routes: [],
    authorizers: {},
    functions: [{ name: 'plan', service: 'campaigns', timeoutSeconds: 5, sources: [] }],
  });
  known.markReady('campaigns');
  const hosts = {
    findFunction: (name: string) => known.findFunction(name),
    find: (service: string) => known.find(service),
    whenReady: async (service: string, withinMs: number) => {
      const host = await known.whenReady(service, withinMs);
      return host && { ...host, lambdaPort: port ?? 0 };
    },
    markGone: (service: string) => known.markGone(service),
  };
  const invoke = () =>
    createInvoker({ host: HOST, hosts, log: () => {} }).invoke({ functionName: 'plan', payload: '{}', patienceMs: 0 });

  return { known, invoke };
};

afterEach(() => close(server));

describe('a call that breaks off', () => {
  it('is told apart from a host that is gone', async () => {
    const { known, invoke } = await givenHost();

    expect(await invoke()).toEqual({ kind: 'broken_off', service: 'campaigns' });
    expect(known.find('campaigns')?.state).toBe('ready');
  });

  it('shows that the host is gone when nobody listens any more', async () => {
    const { known, invoke } = await givenHost(() => void close(server));

    expect(await invoke()).toEqual({ kind: 'host_gone', service: 'campaigns' });
    expect(known.find('campaigns')?.state).toBe('gone');
  });

  it('says nothing against the host that has come instead', async () => {
    const { known, invoke } = await givenHost(() => {
      known.attach('campaigns', PID + 1);
      known.markReady('campaigns');
    });

    expect(await invoke()).toEqual({ kind: 'host_gone', service: 'campaigns' });
    expect(known.find('campaigns')).toMatchObject({ pid: PID + 1, state: 'ready' });
  });
});
