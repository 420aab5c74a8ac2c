import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';

export interface ProcessesInput {
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
  readonly onLine: (line: string) => void;
  readonly isVerbose: boolean;
  /** How long a process may take to stop before it is killed. */
  readonly graceMs: number;
}

export interface ProcessInput {
  readonly name: string;
  readonly args: readonly string[];
  /** Who will say `{ ready: part }` from this process. */
  readonly parts: readonly string[];
}

/**
 * The processes of a platform: they stand and fall together.
 *
 * When one ends that nobody asked to end, all others are stopped, in the reverse order of their start.
 */
export class Processes {
  /** Resolves when everything has ended, with the reason if that was nobody's wish. */
  readonly ended: Promise<string | undefined>;
  readonly #input: ProcessesInput;
  readonly #children = new Map<string, Child>();
  readonly #spared = new Set<Child>();
  readonly #readiness = new Map<string, () => void>();
  readonly #end = Promise.withResolvers<string | undefined>();
  #stopping: Promise<void> | undefined;

  constructor(input: ProcessesInput) {
    this.#input = input;
    this.ended = this.#end.promise;
    rmSync(input.logFolder, { recursive: true, force: true });
    mkdirSync(input.logFolder, { recursive: true });
  }

  /**
   * Starts a process, and waits until all of its parts are ready.
   *
   * @throws when everything had to be stopped before
   */
  async start({ name, args, parts }: ProcessInput): Promise<void> {
    if (this.#stopping) return;
    const ready = parts.map((part) => new Promise<void>((resolve) => this.#readiness.set(part, resolve)));
    const { env, logFolder, onLine, graceMs, isVerbose } = this.#input;
    const output = createWriteStream(join(logFolder, `${name}.out.log`), { flags: 'a' });
    const child = startChild({
      name,
      args,
      env,
      // What breaks while everything is being stopped is no news.
      onLine: (line) => (this.#stopping ? undefined : onLine(line)),
      isVerbose,
      output,
      graceMs,
      onMessage: (message) => this.#hear(message),
    });
    this.#children.set(name, child);
    void child.ended.then((how) => this.#mourn(child, how));
    const why = await Promise.race([Promise.all(ready).then(() => undefined), this.ended]);
    if (why !== undefined) throw new Error(`${why} Its last words may be in ${logFolder}.`);
  }

  find(name: string): Child | undefined {
    return this.#children.get(name);
  }

  /** Ends one process and lets the others live. */
  async killOne(name: string, signal: NodeJS.Signals): Promise<void> {
    const child = this.#children.get(name);
    if (!child) throw new Error(`There is no process "${name}".`);
    this.#spared.add(child);
    child.kill(signal);
    await child.ended;
  }

  stop(): Promise<void> {
    return this.#stop(undefined);
  }

  killAll(): void {
    for (const child of this.#children.values()) child.kill('SIGKILL');
  }

  #stop(why: string | undefined): Promise<void> {
    this.#stopping ??= this.#stopInOrder(why);

    return this.#stopping;
  }

  /** What was started first is what the others need, so it goes last. */
  async #stopInOrder(why: string | undefined): Promise<void> {
    const [first, ...others] = this.#children.values();
    await Promise.all(others.map((child) => child.stop()));
    await first?.stop();
    this.#end.resolve(why);
  }

  #hear(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('ready' in message)) return;
    this.#readiness.get(String(message.ready))?.();
  }

  #mourn(child: Child, how: string): void {
    if (this.#children.get(child.name) === child) this.#children.delete(child.name);
    if (this.#stopping || this.#spared.delete(child)) return;
    void this.#stop(`${child.name} ended by itself (${how}).`);
  }
}
