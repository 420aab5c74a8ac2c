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
  /** Where everything goes; what is not for people goes to them only if they want it. */
  readonly output: Writable;
  readonly isVerbose: boolean;
  /** How long it may take to stop before it is killed. */
  readonly graceMs: number;
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

const LAST_WORDS_MS = 300;

/**
 * Starts a process of the platform.
 *
 * It is detached, so that a Ctrl-C reaches only us and everything can be stopped in order. The channel between us is what
 * it watches: it ends when we do, however we end.
 *
 * @throws when the process cannot be started
 */
export const startChild = ({ name, args, env, onLine, onMessage, output, graceMs, isVerbose }: ChildInput): Child => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} cannot be started.`);
  for (const words of [child.stdout, child.stderr]) words?.pipe(output, { end: false });
  child.once('close', () => output.end());
  if (child.stdout && isVerbose) createInterface({ input: child.stdout }).on('line', onLine);
  if (child.stderr) createInterface({ input: child.stderr }).on('line', onLine);
  child.on('message', onMessage);
  const ended = endOf(child);
  const kill = (signal: NodeJS.Signals) => signalGroup(pid, signal);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const isInTime = await Promise.race([ended.then(() => true), delay(graceMs, false, { ref: false })]);
    if (!isInTime) kill('SIGKILL');
    await ended;
  };

  return { name, pid, ended, stop, kill };
};

/** Waits a moment for the last words too; a grandchild may hold the pipe open for longer than anybody reads. */
const endOf = async (child: ChildProcess): Promise<string> => {
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  await once(child, 'exit').catch(() => undefined);
  await Promise.race([closed.catch(() => undefined), delay(LAST_WORDS_MS)]);

  return child.signalCode ?? `exit status ${child.exitCode}`;
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
};
