import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './workspace.ts';

export interface ChildInput {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Hears what is for people: warnings and errors. */
  readonly onLine: (line: string) => void;
  /** Where everything else goes. */
  readonly output: Writable;
  readonly onMessage: (message: unknown) => void;
}

/** A process of the platform, in a process group of its own. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process is no more, with its exit code or signal. */
  readonly ended: Promise<string>;
  /** Asks the process to stop, and kills its group if it takes too long. */
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
}

const GRACE_MS = 4_000;

/**
 * Starts a process of the platform.
 *
 * It is detached, so that a Ctrl-C reaches only us and everything can be stopped in order. The channel between us is what
 * it watches: it ends when we do, however we end.
 *
 * @throws when the process cannot be started
 */
export const startChild = ({ name, args, env, onLine, onMessage, output }: ChildInput): Child => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} cannot be started.`);
  child.stdout?.pipe(output);
  if (child.stderr) createInterface({ input: child.stderr }).on('line', onLine);
  child.on('message', onMessage);
  const ended = endOf(child);
  const kill = (signal: NodeJS.Signals) => signalGroup(pid, signal);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const isInTime = await Promise.race([ended.then(() => true), delay(GRACE_MS, false, { ref: false })]);
    if (!isInTime) kill('SIGKILL');
    await ended;
  };

  return { name, pid, ended, stop, kill };
};

const endOf = async (child: ChildProcess): Promise<string> => {
  const [code, signal]: readonly [number | null, NodeJS.Signals | null] = await exitOf(child);

  return signal ?? `exit status ${code}`;
};

const exitOf = async (child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> => {
  await once(child, 'exit').catch(() => undefined);

  return [child.exitCode, child.signalCode];
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
};
