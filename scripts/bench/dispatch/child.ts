import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Start {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
}

/** A process of a benchmark: it is asked, and it answers. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;

  private constructor(started: ChildProcess) {
    this.#process = started;
    this.#ended = once(started, 'exit').then(([code]) => {
      throw new Error(`A process of the benchmark ended: ${String(code)}`);
    });
    this.#ended.catch(() => undefined);
  }

  /** Starts a module and waits for its first word. */
  static async start(
    path: string,
    { args = [], env = {}, nodeOptions = [] }: Start,
  ): Promise<{ readonly child: Child; readonly firstWord: unknown }> {
    const child = new Child(fork(path, args, { env, execArgv: [...nodeOptions] }));
    return { child, firstWord: await child.#nextWord() };
  }

  ask(question: readonly number[]): Promise<unknown> {
    const answer = this.#nextWord();
    this.#process.send(question);
    return answer;
  }

  stop(): void {
    this.#process.kill();
  }

  async #nextWord(): Promise<unknown> {
    const [word]: unknown[] = await Promise.race([once(this.#process, 'message'), this.#ended]);
    return word;
  }
}
