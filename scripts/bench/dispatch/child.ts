import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of a benchmark: it is asked, and it answers. */
export class Child {
  readonly #process: ChildProcess;

  private constructor(started: ChildProcess) {
    this.#process = started;
  }

  /** Starts a script of this folder and waits for its first word. */
  static async start(
    script: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
  ): Promise<readonly [Child, unknown]> {
    const child = new Child(fork(join(import.meta.dirname, script), args, { env }));
    return [child, await child.#nextWord()];
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
    const ended = once(this.#process, 'exit').then(([code]) => {
      throw new Error(`A process of the benchmark ended: ${String(code)}`);
    });
    ended.catch(() => undefined);
    const [word]: unknown[] = await Promise.race([once(this.#process, 'message'), ended]);
    return word;
  }
}
