import { syncBuiltinESMExports } from 'node:module';
import workerThreads, { Worker, type WorkerOptions } from 'node:worker_threads';
import type { HandlerLog } from './handler-log.ts';
import { type FunctionData, LambdaWorker } from './lambda-worker.ts';

/** The guard of one service's workers. */
export interface Guard {
  /** Lets every function start its next call with the code as it is now. */
  retire: () => void;
}

interface GuardedService {
  readonly log: HandlerLog;
  readonly workers: Set<LambdaWorker>;
}

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
  const worker = new LambdaWorker(data, options, { log, onTerminated: () => workers.delete(worker) });
  workers.add(worker);

  return worker;
};
