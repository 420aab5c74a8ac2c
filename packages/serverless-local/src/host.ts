import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { readStack } from './read-stack.ts';
import type { TemplateMap } from './template.ts';

interface Runnable {
  init: () => Promise<void>;
  run: () => Promise<void>;
}

type FrameworkClass = new (input: {
  readonly configuration: TemplateMap;
  readonly serviceDir: string;
  readonly configurationFilename: string;
  readonly commands: readonly string[];
  readonly options: TemplateMap;
  readonly variablesMeta: ReadonlyMap<string, unknown>;
}) => Runnable;

/**
 * Runs several services in one process: `node host.ts <service folder>...`.
 *
 * Each is its own instance of the framework running `offline start`, exactly as it would alone; only modules are shared,
 * which is what makes four services start in seconds with the memory of one. Their handlers live in worker threads apart.
 */
const framework = createRequire(createRequire(import.meta.url).resolve('serverless'));
framework('./utils/serverless-utils/log-reporters/node');
const Serverless: FrameworkClass = framework('./serverless');
const options = { stage: 'local', noSponsor: true };

const startService = async (folder: string): Promise<void> => {
  const serviceDir = resolve(folder);
  const serverless = new Serverless({
    configuration: await readStack(serviceDir, options),
    serviceDir,
    configurationFilename: 'serverless.yml',
    commands: ['offline', 'start'],
    options,
    variablesMeta: new Map(),
  });
  await serverless.init();
  await serverless.run();
};

const complain = (error: unknown): void => {
  process.stderr.write(`${inspect(error)}\n`);
};

/** A parent that died, even by SIGKILL, takes us along. */
const leaveWithParent = (): void => {
  if (!process.send) return;
  if (!process.connected) process.exit(1);
  process.once('disconnect', () => process.exit(1));
};

leaveWithParent();
process.on('uncaughtException', complain);
process.on('unhandledRejection', complain);
await Promise.all(process.argv.slice(2).map(startService)).catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
