import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

interface Start {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** Hears what it writes, which is shown otherwise. */
  readonly hear?: (text: string) => void;
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
    { args = [], env = {}, nodeOptions = [], hear }: Start,
  ): Promise<{ readonly child: Child; readonly firstWord: unknown }> {
    const stdio: StdioOptions = ['ignore', hear ? 'pipe' : 'inherit', 'inherit', 'ipc'];
    const started = fork(path, args, { env, execArgv: [...nodeOptions], stdio });
    if (hear) started.stdout?.setEncoding('utf8').on('data', hear);
    const child = new Child(started);
    return { child, firstWord: await child.#nextWord() };
  }

  ask(question: object): Promise<unknown> {
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
