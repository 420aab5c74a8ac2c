import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Log } from '../log.ts';

const READY_WITHIN_MS = 10_000;
const POLL_MS = 15;
const STOP_WITHIN_MS = 1_000;

/**
 * The shell holds a pipe whose other end is ours. However we die, `read` then ends and the database
 * is killed: a child of its own would outlive a SIGKILL.
 */
const LIFELINE = '"$0" serve --host "$1" --port "$2" & child=$!; read _; kill $child; wait $child';

interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  /** Called when the database ends although nobody asked it to. */
  readonly onDeath: () => void;
}

export interface Database {
  readonly stop: () => Promise<void>;
}

/** Starts DynamoDB (dynoxide, in memory) as a child process and waits until it answers. */
export const startDatabase = async ({ host, port, log, onDeath }: Wanted): Promise<Database> => {
  const shell = spawn('/bin/sh', ['-c', LIFELINE, binary(), host, String(port)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(shell, 'exit').catch(() => []);
  let stopping = false;
  shell.once('exit', (code) => {
    if (stopping) return;
    log(`DynamoDB ended by itself (${code ?? 'killed'})`);
    onDeath();
  });
  // A shell that is already gone makes the pipe fail; the exit event says all there is to say.
  shell.stdin.on('error', () => {});

  const stop = async (): Promise<void> => {
    stopping = true;
    shell.stdin.end();
    await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  };

  try {
    await answers(`http://${host}:${port}/`, () => shell.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
};

const binary = (): string => {
  try {
    const manifest = fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/package.json'));
    return join(dirname(manifest), 'dynoxide');
  } catch (cause) {
    throw new Error('The local DynamoDB (dynoxide) exists for Linux on x64 only; run local-cloud there.', { cause });
  }
};

const answers = async (url: string, isDead: () => boolean): Promise<void> => {
  const until = Date.now() + READY_WITHIN_MS;
  while (!isDead() && Date.now() < until) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) {
      await response.body?.cancel();
      return;
    }
    await sleep(POLL_MS);
  }
  throw new Error('The local DynamoDB (dynoxide) does not answer; run its binary by hand to see why.');
};
