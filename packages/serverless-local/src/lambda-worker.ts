import type { MessagePort } from 'node:worker_threads';
import { asOnAws } from './http-event.ts';
import type { Failure, LambdaThread, Reply } from './lambda-thread.ts';

/** A call, in the form in which serverless-offline posts it to a worker. */
interface PostedCall {
  readonly event: unknown;
  readonly context: object;
  readonly port: Pick<MessagePort, 'postMessage' | 'close'>;
}

export interface LambdaWorkerInput {
  readonly startThread: () => LambdaThread;
  readonly onFailed: (failure: Failure) => void;
  readonly onTerminated: () => void;
}

const ENDED: Failure = { name: 'Runtime.ExitError', message: 'the runtime was ended', stack: undefined };

/**
 * Stands in for the `Worker` that serverless-offline creates for a function, and outlives its threads.
 *
 * serverless-offline never replaces a worker that died and never answers its call. Here the call fails at once, the next one
 * gets a fresh thread, and a new bundle is taken up by the next call without cutting off the one under way.
 */
export class LambdaWorker {
  readonly #input: LambdaWorkerInput;
  #thread: LambdaThread | undefined;
  #isBusy = false;
  #isStale = false;

  constructor(input: LambdaWorkerInput) {
    this.#input = input;
  }

  /** Serves a call; serverless-offline posts the next one only after this one's answer. */
  postMessage({ event, context, port }: PostedCall): void {
    this.#isBusy = true;
    void this.#liveThread()
      .call(asOnAws(event), context)
      .then((reply) => this.#settle(reply, port));
  }

  /** Ends the thread; a call under way is told so. */
  async terminate(): Promise<number> {
    this.#input.onTerminated();
    await this.#thread?.end(ENDED);

    return 0;
  }

  /** Lets the next call start with the code as it is now. */
  retire(): void {
    if (this.#isBusy) this.#isStale = true;
    else this.#dropThread();
  }

  #liveThread(): LambdaThread {
    if (this.#thread) return this.#thread;
    const thread = this.#input.startThread();
    this.#thread = thread;
    void thread.gone.then(() => {
      if (this.#thread === thread) this.#thread = undefined;
    });

    return thread;
  }

  #settle(reply: Reply, port: PostedCall['port']): void {
    this.#isBusy = false;
    if (this.#isStale) this.#dropThread();
    if (!reply.ok) this.#input.onFailed(reply.error);
    port.postMessage(reply.ok ? reply.result : asError(reply.error));
    port.close();
  }

  #dropThread(): void {
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
