import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isFree } from '../../src/free-port.ts';
import { listPorts, portsFrom } from '../../src/ports.ts';
import { freeBasePort } from '../support/free-base-port.ts';
import { spawnMain } from '../support/spawn-main.ts';
import { until } from '../support/until.ts';

const HOST = '127.0.0.1';

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'local-cloud-'));
});

afterAll(async () => {
  await rm(dataFolder, { recursive: true });
});

const allFree = async (basePort: number) => {
  const ports = listPorts(portsFrom(basePort)).map(({ port }) => port);
  const free = await Promise.all(ports.map((port) => isFree(HOST, port)));

  return free.every(Boolean) || undefined;
};

describe('the process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says when it is ready, and leaves nothing behind after %s',
    async (signal) => {
      const basePort = await freeBasePort();
      const cloud = spawnMain(basePort, dataFolder);

      expect(await cloud.ready()).toEqual({ ready: 'local-cloud' });
      cloud.child.kill(signal);

      expect(await cloud.exitCode()).toBe(0);
      expect(await until(() => allFree(basePort))).toBe(true);
    },
  );

  it('takes its database with it when it is killed', async () => {
    const basePort = await freeBasePort();
    const cloud = spawnMain(basePort, dataFolder);
    await cloud.ready();

    cloud.child.kill('SIGKILL');

    expect(await until(() => allFree(basePort))).toBe(true);
  });

  it('ends when the process that started it is no more', async () => {
    const basePort = await freeBasePort();
    const cloud = spawnMain(basePort, dataFolder);
    await cloud.ready();

    cloud.child.disconnect();

    expect(await cloud.exitCode()).toBe(0);
    expect(await until(() => allFree(basePort))).toBe(true);
  });

  it('names a port that is taken and what it is for, in one line, and leaves nothing behind', async () => {
    const basePort = await freeBasePort();
    const squatter = createServer().listen(basePort + 4, HOST);
    await once(squatter, 'listening');

    const cloud = spawnMain(basePort, dataFolder);
    const exitCode = await cloud.exitCode();
    squatter.close();

    expect(exitCode).toBe(1);
    expect(cloud.output().trim()).toMatch(
      new RegExp(`^Port ${basePort + 4} \\(SES\\) is taken\\. .*LOCAL_CLOUD_PORT.*$`),
    );
    expect(await until(() => allFree(basePort))).toBe(true);
  });
});
