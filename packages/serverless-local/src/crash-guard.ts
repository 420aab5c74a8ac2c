import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import workerThreads, { Worker, type WorkerOptions } from 'node:worker_threads';
import { RUNTIME_ENTRY } from './bundle.ts';
import type { HandlerLog } from './handler-log.ts';
import { startThread } from './lambda-thread.ts';
import { LambdaWorker } from './lambda-worker.ts';

/** The guard of one service's workers. */
export interface Guard {
  /** Lets every function start its next call with the code as it is now. */
  retire: () => void;
}

interface GuardedService {
  readonly log: HandlerLog;
  readonly workers: Set<LambdaWorker>;
}

/** What serverless-offline tells a worker about the function it is for. */
interface FunctionData {
  readonly codeDir: string;
  readonly functionKey: string;
  readonly handler: string;
  readonly timeout: number;
}

const DEFAULT_MEMORY_MB = 1024;

/** The services of this process by the folder of their bundles: it is all a worker says of where it belongs. */
const services = new Map<string, GuardedService>();
let isInstalled = false;

/**
 * Makes the functions of a service survive their handlers.
 *
 * serverless-offline dies with its handler: nobody listens to a worker's `error`, an exited worker is never replaced, a
 * pending call hangs. So the `Worker` that it imports is replaced by one of ours, for the bundles of guarded services only.
 */
export const guardService = (codeDir: string, log: HandlerLog): Guard => {
  const workers = new Set<LambdaWorker>();
  services.set(codeDir, { log, workers });
  install();

  return {
    retire: () => {
      for (const worker of workers) worker.retire();
    },
  };
};

const install = (): void => {
  if (isInstalled) return;
  isInstalled = true;
  const guarded = new Proxy(Worker, {
    construct: (target, [file, options]) => guard(options) ?? Reflect.construct(target, [file, options]),
  });
  Object.assign(workerThreads, { Worker: guarded });
  syncBuiltinESMExports();
};

const guard = (options: WorkerOptions | undefined): LambdaWorker | undefined => {
  const data: FunctionData | undefined = options?.workerData;
  const service = services.get(data?.codeDir ?? '');
  if (!options || !data || !service) return undefined;
  const { log, workers } = service;
  const env = typeof options.env === 'object' ? options.env : {};
  const worker = new LambdaWorker({
    startThread: () =>
      startThread({
        entry: join(data.codeDir, `${RUNTIME_ENTRY}.mjs`),
        workerData: data,
        env,
        timeoutMs: data.timeout,
        memoryMb: Number(env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? DEFAULT_MEMORY_MB),
        onLine: (line) => log.printed(data.functionKey, line),
      }),
    onFailed: (failure) => log.failed(data.functionKey, failure),
    onTerminated: () => workers.delete(worker),
  });
  workers.add(worker);

  return worker;
};
