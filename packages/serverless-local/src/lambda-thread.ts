import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { MessageChannel, Worker } from 'node:worker_threads';

/** How a call ended. */
export type Reply = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: Failure };

/** An error as the caller of a function sees it. Its name is what Step Functions matches. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

export interface ThreadInput {
  readonly entry: string;
  readonly workerData: object;
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly onLine: (line: string) => void;
}

/** The life of one worker thread: it serves one call at a time, and is never used again once it has ended. */
export interface LambdaThread {
  call: (event: unknown, context: object) => Promise<Reply>;
  /** Resolves when the thread is no more, with what a call under way is told. */
  readonly gone: Promise<Reply>;
  end: (why: Failure) => Promise<Reply>;
}

/** Loading the code may take this long on top of the time limit; whoever waits for an answer grants a little more. */
const LOAD_ALLOWANCE_MS = 4_000;

/**
 * Starts a thread for a function.
 *
 * A crash of any kind ends in an answer instead of a silence: a throw outside the call, a rejection nobody awaits,
 * `process.exit`, memory that ran out. The time limit starts when the code is loaded, as on AWS, and a call that passes it
 * is answered only after its thread has really ended.
 */
export const startThread = (input: ThreadInput): LambdaThread => {
  const worker = spawnWorker(input);
  const loaded = once(worker, 'message').then(() => undefined);
  const gone = Promise.withResolvers<Reply>();
  let reason: Failure | undefined;
  loaded.catch(() => undefined);
  worker.on('error', (error) => {
    reason ??= exitError(describe(error), error instanceof Error ? error.stack : undefined);
  });
  worker.once('exit', (code) => gone.resolve({ ok: false, error: reason ?? exitError(`exit status ${code}`) }));

  const end = async (why: Failure) => {
    reason ??= why;
    await worker.terminate();
    return gone.promise;
  };
  const limited = <Outcome>(work: Promise<Outcome>, deadline: number): Promise<Outcome> => {
    const timer = setTimeout(() => void end(timedOut(input.timeoutMs)), deadline - Date.now());
    return work.finally(() => clearTimeout(timer));
  };
  const call = async (event: unknown, context: object): Promise<Reply> => {
    const latest = Date.now() + LOAD_ALLOWANCE_MS + input.timeoutMs;
    const early = await limited(Promise.race([loaded.catch(() => gone.promise), gone.promise]), latest);
    if (early) return early;
    const deadline = Math.min(Date.now() + input.timeoutMs, latest);
    const { port1, port2 } = new MessageChannel();
    const reply = new Promise<Reply>((settle) => port1.once('message', settle));
    worker.postMessage({ event, context, deadline, port: port2 }, [port2]);

    return limited(Promise.race([reply, gone.promise]), deadline).finally(() => port1.close());
  };

  return { call, gone: gone.promise, end };
};

/** Node's own class, kept before the guard puts another in the place that everybody imports from. */
const PlainWorker = Worker;

const spawnWorker = ({ entry, workerData, env, memoryMb, onLine }: ThreadInput): Worker => {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  const worker = new PlainWorker(entry, { workerData, env, resourceLimits, stdout: true, stderr: true });
  readLines(worker.stdout, onLine);
  readLines(worker.stderr, onLine);

  return worker;
};

const readLines = (input: Readable, onLine: (line: string) => void): void => {
  createInterface({ input }).on('line', onLine);
};

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);

const exitError = (why: string, stack?: string): Failure => ({
  name: 'Runtime.ExitError',
  message: `the runtime exited: ${why}`,
  stack,
});

const timedOut = (timeoutMs: number): Failure => ({
  name: 'Sandbox.Timedout',
  message: `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
  stack: undefined,
});
