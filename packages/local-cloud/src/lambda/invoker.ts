import { connect } from 'node:net';

import type { Log } from '../log.ts';
import type { Host, LocalFunction } from '../registry/hosts.ts';
import { callHost, HostUnreachable } from './call-host.ts';
import { functionNameOf } from './function-name.ts';
import type { Invocation } from './invocation.ts';

interface Known {
  findFunction(name: string): LocalFunction | undefined;
  find(service: string): Host | undefined;
  becameReady(service: string, withinMs: number): Promise<boolean>;
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
  /** How long to wait for a host that is starting or gone; nothing for those who can come again. */
  readonly patienceMs?: number;
}

export interface Invoker {
  invoke(request: Invoke): Promise<Invocation>;
}

/** Invokes functions by name or ARN on whichever host owns them, and notices when that host is gone. */
export const createInvoker = ({ host, hosts, log }: Wanted): Invoker => {
  const invoke = async ({ functionName, payload, patienceMs = 0 }: Invoke): Promise<Invocation> => {
    const name = functionNameOf(functionName);
    const owned = hosts.findFunction(name);
    if (owned === undefined) return { kind: 'unknown_function' };
    const { service, timeoutSeconds } = owned;
    const isReady = await hosts.becameReady(service, patienceMs);
    const port = hosts.find(service)?.lambdaPort;
    if (!isReady || port === undefined) return { kind: 'host_gone', service };

    try {
      return await callHost({ host, port, functionName: name, timeoutSeconds, payload });
    } catch (error) {
      if (!(error instanceof HostUnreachable)) throw error;
      const isGone = !(await listens(host, port));
      if (isGone) {
        hosts.markGone(service);
        log(`the host of ${service} is gone; its messages wait until it is back`);
      }
      return isGone && error.wasRefused && patienceMs > 0
        ? invoke({ functionName, payload, patienceMs })
        : { kind: 'host_gone', service };
    }
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
