import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { createClients } from '../../src/clients.ts';
import { startLocalCloud } from '../../src/index.ts';
import { freeBasePort } from './free-base-port.ts';

export const REGION = 'eu-west-1';
const HOST = '127.0.0.1';

const attached = z.object({ httpPort: z.number(), lambdaPort: z.number(), gateway: z.string() });

/** A whole local cloud on ports of its own, with SDK clients for it. */
export const startPlatform = async () => {
  const basePort = await freeBasePort();
  const dataFolder = await mkdtemp(join(tmpdir(), 'local-cloud-'));
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const cloud = await startLocalCloud({ basePort, dataFolder, log });
  const gateway = `http://${HOST}:${cloud.ports.gateway}`;
  const local = (operation: string, body?: unknown) =>
    fetch(`${gateway}/_local/${operation}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  const clients = createClients({ host: HOST, ports: cloud.ports, region: REGION });

  return {
    ...cloud,
    basePort,
    dataFolder,
    gateway,
    clients,
    lines,
    queueUrl: (name: string) => `${cloud.env['AWS_ENDPOINT_URL_SQS']}/000000000000/${name}`,
    local,
    /** Attaches a service and answers its ports. */
    attach: async (service: string) => {
      const answer = await local('attach', { service, pid: process.pid, region: REGION });
      return z.parse(attached, await answer.json());
    },
    stop: async () => {
      clients.destroy();
      await cloud.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
};

export type Platform = Awaited<ReturnType<typeof startPlatform>>;
