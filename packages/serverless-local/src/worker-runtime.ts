import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

/** One call, as the host hands it over. */
interface Call {
  readonly event: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  /** When the host will end this thread, in milliseconds of the epoch. */
  readonly deadline: number;
  readonly port: MessagePort;
}

type Handler = (event: unknown, context: unknown) => unknown;

interface WorkerData {
  readonly codeDir: string;
  readonly handler: string;
}

/**
 * Runs one function inside a worker thread the way AWS's Node.js runtime does: a result is what JSON makes of it, an error
 * is its name, message and stack, and a promise that nobody awaits, or a throw outside the call, ends the thread.
 */
const { codeDir, handler: path }: WorkerData = workerData;
const dot = path.lastIndexOf('.');
const module: Readonly<Record<string, unknown>> = await import(
  pathToFileURL(join(codeDir, `${path.slice(0, dot)}.mjs`)).href
);
const exported = module[path.slice(dot + 1)];
if (typeof exported !== 'function') throw new Error(`${path} is not a function; check the handler in functions.yml.`);
const handler: Handler = (event, context) => exported(event, context);

const describeError = (error: unknown) => {
  if (!(error instanceof Error)) return { name: 'Error', message: inspect(error), stack: undefined };

  return { name: error.name, message: error.message, stack: error.stack };
};

const answer = async ({ event, context, deadline }: Call) => {
  try {
    const result = await handler(event, {
      ...context,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    });
    const json = JSON.stringify(result);

    return { ok: true, result: json === undefined ? undefined : JSON.parse(json) };
  } catch (error) {
    return { ok: false, error: describeError(error) };
  }
};

parentPort?.on('message', (call: Call) => {
  void answer(call).then((reply) => {
    call.port.postMessage(reply);
    call.port.close();
  });
});
parentPort?.postMessage('loaded');
