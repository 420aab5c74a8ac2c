import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../log.ts';
import type { Host, LocalFunction } from '../registry/hosts.ts';
import { callHost, HostUnreachable } from './call-host.ts';
import { functionNameOf } from './function-name.ts';
import type { Invocation } from './invocation.ts';

interface Known {
  findFunction(name: string): LocalFunction | undefined;
  whenReady(service: string, withinMs: number): Promise<Host | undefined>;
  find(service: string): Host | undefined;
  markGone(service: string): void;
}

type Fate = 'lives' | 'gone';

interface Wanted {
  readonly host: string;
  readonly hosts: Known;
  readonly log: Log;
}

interface Invoke {
  readonly functionName: string;
  readonly payload: string | Buffer;
  /** How long to wait for a host that is starting or gone; zero for those who can come again. */
  readonly patienceMs: number;
}

export interface Invoker {
  invoke(request: Invoke): Promise<Invocation>;
}

/** Invokes functions by name or ARN on whichever host owns them, and notices when that host is gone. */
export const createInvoker = ({ host, hosts, log }: Wanted): Invoker => {
  /** Another process may have come in its place meanwhile, against which this says nothing. */
  const fateOf = async ({ service, lambdaPort, pid }: Host): Promise<Fate> => {
    const isThere = await staysThere(host, lambdaPort);
    if (hosts.find(service)?.pid !== pid) return 'gone';
    if (isThere) return 'lives';
    hosts.markGone(service);
    log(`the host of ${service} is gone; its messages wait until it is back`);
    return 'gone';
  };

  const invoke = async (request: Invoke): Promise<Invocation> => {
    const owned = hosts.findFunction(functionNameOf(request.functionName));
    if (owned === undefined) return { kind: 'unknown_function' };
    const owner = await hosts.whenReady(owned.service, request.patienceMs);
    if (owner === undefined) return { kind: 'host_gone', service: owned.service };

    const { name: functionName, timeoutSeconds } = owned;
    const call = { host, port: owner.lambdaPort, functionName, timeoutSeconds, payload: request.payload };
    return callHost(call).catch(async (error: unknown) => {
      if (!(error instanceof HostUnreachable)) throw error;
      if ((await fateOf(owner)) === 'lives') return { kind: 'broken_off', service: owned.service };
      const mayComeAgain = error.wasRefused && request.patienceMs > 0;
      return mayComeAgain ? invoke(request) : { kind: 'host_gone', service: owned.service };
    });
  };

  return { invoke };
};

/** A process that dies may break its connections a moment before it lets its ports go. */
const DYING_MS = 200;

/** Tells a host that is gone, or about to be, from one that only broke a connection. */
const staysThere = async (host: string, port: number): Promise<boolean> => {
  if (!(await listens(host, port))) return false;
  await sleep(DYING_MS);
  return listens(host, port);
};

const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect({ host, port });
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
