import { connect } from 'node:net';

import type { Log } from '../log.ts';
import type { Host, LocalFunction } from '../registry/hosts.ts';
import { callHost, HostUnreachable } from './call-host.ts';
import { functionNameOf } from './function-name.ts';
import type { Invocation } from './invocation.ts';

interface Known {
  findFunction(name: string): LocalFunction | undefined;
  whenReady(service: string, withinMs: number): Promise<Host | undefined>;
  markGone(service: string): void;
}

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
  const noticeIfGone = async ({ service, lambdaPort }: Host): Promise<boolean> => {
    if (await listens(host, lambdaPort)) return false;
    hosts.markGone(service);
    log(`the host of ${service} is gone; its messages wait until it is back`);
    return true;
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
      const mayComeAgain = (await noticeIfGone(owner)) && error.wasRefused && request.patienceMs > 0;
      return mayComeAgain ? invoke(request) : { kind: 'host_gone', service: owned.service };
    });
  };

  return { invoke };
};

/** Tells a host that is gone from one that only broke a connection. */
const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect({ host, port });
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
