import { setTimeout as pause } from 'node:timers/promises';

import type { Platform } from '../lib/platform.ts';
import type { Service } from './plan-faults.ts';

export type KillHost = (service: Service, downMs: number) => Promise<void>;

/** Kills the process of a service and starts it again after a while. Whoever comes meanwhile waits: it is up before it is killed anew. */
export const makeKillHost = (platform: Platform): KillHost => {
  const last = new Map<Service, Promise<void>>();

  const kill = async (service: Service, downMs: number): Promise<void> => {
    await platform.killHost(service, 'SIGKILL');
    await pause(downMs);
    await platform.restartHost(service);
  };

  return (service, downMs) => {
    const before = last.get(service) ?? Promise.resolve();
    const turn = before.then(() => kill(service, downMs));
    last.set(service, turn);
    return turn;
  };
};
