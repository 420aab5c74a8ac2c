import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Starts local-cloud as `pnpm start` does: a process of its own with a channel to us. */
export const spawnMain = (basePort: number, dataFolder: string) => {
  const child = spawn(process.execPath, [MAIN], {
    env: { LOCAL_CLOUD_PORT: String(basePort), LOCAL_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  const ended: Promise<unknown[]> = once(child, 'exit');

  return {
    child,
    output: () => output,
    ready: async (): Promise<unknown> => (await Promise.race([once(child, 'message'), failed(child, () => output)]))[0],
    exitCode: async () => (await ended)[0],
  };
};

const failed = async (child: ChildProcess, output: () => string): Promise<never> => {
  await once(child, 'exit');
  throw new Error(`local-cloud ended: ${output()}`);
};
