import { join } from 'node:path';
import type { MessagePort, WorkerOptions } from 'node:worker_threads';
import { RUNTIME_ENTRY } from './bundle.ts';
import type { HandlerLog } from './handler-log.ts';
import { type Failure, type LambdaThread, type Reply, startThread } from './lambda-thread.ts';

/** What serverless-offline tells a worker about the function it is for. */
export interface FunctionData {
  readonly codeDir: string;
  readonly functionKey: string;
  readonly handler: string;
  readonly timeout: number;
}

/** A call, in the form in which serverless-offline posts it to a worker. */
interface PostedCall {
  readonly event: unknown;
  readonly context: object;
  readonly port: MessagePort;
}

/** Who cares about a worker: the log of its service, and the list it stands on until it is ended for good. */
export interface WorkerSurroundings {
  readonly log: HandlerLog;
  readonly onTerminated: () => void;
}

const DEFAULT_MEMORY_MB = 1024;
const ENDED: Failure = { name: 'Runtime.ExitError', message: 'the runtime was ended', stack: undefined };

/**
 * Stands in for the `Worker` that serverless-offline creates for a function, and outlives its threads.
 *
 * serverless-offline never replaces a worker that died and never answers its call. Here the call fails at once, the next one
 * gets a fresh thread, and a new bundle is taken up by the next call without cutting off the one under way.
 */
export class LambdaWorker {
  readonly #start: () => LambdaThread;
  readonly #functionKey: string;
  readonly #surroundings: WorkerSurroundings;
  #thread: LambdaThread | undefined;
  #isBusy = false;
  #isStale = false;

  constructor(data: FunctionData, options: WorkerOptions, surroundings: WorkerSurroundings) {
    const env = typeof options.env === 'object' ? options.env : {};
    this.#functionKey = data.functionKey;
    this.#surroundings = surroundings;
    this.#start = () =>
      startThread({
        entry: join(data.codeDir, `${RUNTIME_ENTRY}.mjs`),
        workerData: data,
        env,
        timeoutMs: data.timeout,
        memoryMb: Number(env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? DEFAULT_MEMORY_MB),
        onLine: (line) => surroundings.log.printed(data.functionKey, line),
      });
  }

  /** Serves a call; serverless-offline posts the next one only after this one's answer. */
  postMessage({ event, context, port }: PostedCall): void {
    this.#isBusy = true;
    void this.#liveThread()
      .call(event, context)
      .then((reply) => this.#settle(reply, port));
  }

  /** Ends the thread; a call under way is told so. */
  async terminate(): Promise<number> {
    this.#surroundings.onTerminated();
    await this.#thread?.end(ENDED);

    return 0;
  }

  /** Lets the next call start with the code as it is now. */
  retire(): void {
    this.#isStale = true;
    if (!this.#isBusy) this.#renew();
  }

  #liveThread(): LambdaThread {
    if (this.#thread) return this.#thread;
    const thread = this.#start();
    this.#thread = thread;
    void thread.gone.then(() => {
      if (this.#thread === thread) this.#thread = undefined;
    });

    return thread;
  }

  #settle(reply: Reply, port: MessagePort): void {
    this.#isBusy = false;
    if (this.#isStale) this.#renew();
    if (!reply.ok) this.#surroundings.log.failed(this.#functionKey, reply.error);
    port.postMessage(reply.ok ? reply.result : asError(reply.error));
    port.close();
  }

  #renew(): void {
    void this.#thread?.end(ENDED);
    this.#thread = undefined;
    this.#isStale = false;
  }
}

/** Puts the name in front of the stack: of everything an Error carries, only message and stack reach the caller. */
const asError = ({ name, message, stack = '' }: Failure): Error => {
  const frames = stack.indexOf('\n    at ');
  const error = new Error(message);
  error.stack = `${name}: ${message}${frames < 0 ? '' : stack.slice(frames)}`;

  return error;
};
