import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type FakeCloud, startFakeCloud } from './fake-cloud.ts';

const PACKAGE = resolve(import.meta.dirname, '../..');

/** What a caller of Lambda's invoke API gets of an error; the name stands at the start of the trace. */
export interface Thrown {
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** A real host that runs a copy of the fixture service. */
export interface Lab {
  readonly folder: string;
  readonly cloud: FakeCloud;
  call: <Answer>(functionKey: string, event?: unknown) => Promise<Answer>;
  isAlive: () => boolean;
  /** Everything the host has written for the terminal. */
  terminal: () => string;
  /** Everything the handlers have printed. */
  log: () => Promise<string>;
  /** Lets go of the host, as a parent that dies does, and waits until it is gone. */
  abandon: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a host in a folder of its own, at the depth of the fixture, so that sources can be changed under it. */
export const startLab = async (settings: Readonly<Record<string, string>> = {}): Promise<Lab> => {
  await mkdir(join(PACKAGE, '.local'), { recursive: true });
  const folder = await mkdtemp(join(PACKAGE, '.local', 'lab-'));
  await cp(join(PACKAGE, 'tests/fixture'), folder, { recursive: true });
  const cloud = await startFakeCloud();
  let terminal = '';
  const host = spawnHost(folder, { LOCAL_CLOUD_URL: cloud.url, LOCAL_DATA_DIR: join(folder, '.data'), ...settings });
  host.stderr?.on('data', (chunk: Buffer) => {
    terminal += chunk.toString();
  });
  await Promise.race([once(host, 'message'), once(host, 'exit')]);
  if (host.exitCode !== null) throw new Error(`The host did not start:\n${terminal}`);

  return {
    folder,
    cloud,
    call: (functionKey, event = {}) =>
      invoke(`${cloud.lambdaUrl}/2015-03-31/functions/lab-local-${functionKey}`, event),
    isAlive: () => host.exitCode === null && host.signalCode === null,
    terminal: () => terminal,
    log: () => readFile(join(folder, '.data/logs/lab.log'), 'utf8'),
    abandon: async () => {
      const gone = once(host, 'exit');
      host.disconnect();
      await gone;
    },
    close: async () => {
      host.kill('SIGKILL');
      await Promise.all([host.exitCode ?? host.signalCode ?? once(host, 'exit'), cloud.close()]);
      await rm(folder, { recursive: true });
    },
  };
};

const spawnHost = (folder: string, settings: Readonly<Record<string, string>>): ChildProcess => {
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', SLS_LOG_LEVEL: 'warning' };
  // oxlint-disable-next-line node/no-process-env -- a process without PATH and HOME is not what people start
  const env = { ...process.env, NODE_OPTIONS: '', ...credentials, ...settings };

  return spawn(process.execPath, [join(PACKAGE, 'src/host.ts'), folder], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
};

const invoke = async <Answer>(functionUrl: string, event: unknown): Promise<Answer> => {
  const response = await fetch(`${functionUrl}/invocations`, { method: 'POST', body: JSON.stringify(event) });

  return JSON.parse(await response.text());
};

const PAUSE_MS = 20;

/** Asks until the answer is what is waited for; the time limit of the test is the only one. */
export const until = async <Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    await delay(PAUSE_MS);
  }
};
