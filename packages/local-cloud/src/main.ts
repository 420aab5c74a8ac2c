import { join } from 'node:path';

import { errorText } from './error-text.ts';
import { PortTaken } from './free-port.ts';
import { dieWithParent } from './lifeline.ts';
import { type LocalCloud, startLocalCloud } from './start-local-cloud.ts';

const DEFAULT_PORT = 4500;
const WORKSPACE = join(import.meta.dirname, '../../..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The start: everything from the environment, one line a log entry, a `ready` message to who started us. */
const main = async (): Promise<void> => {
  // oxlint-disable-next-line node/no-process-env -- a process's entry is where its environment is read
  const { LOCAL_CLOUD_PORT, LOCAL_CLOUD_SES_RULES, LOCAL_CLOUD_CONCURRENCY, AWS_REGION } = process.env;
  let cloud: LocalCloud | undefined;
  let isEnding = false;
  const end = (status: number): void => {
    if (isEnding) return;
    isEnding = true;
    void Promise.resolve(cloud?.stop()).finally(() => process.exit(status));
  };
  for (const signal of SIGNALS) process.on(signal, () => end(0));
  dieWithParent(() => end(0));

  cloud = await startLocalCloud({
    basePort: wholeNumber('LOCAL_CLOUD_PORT', LOCAL_CLOUD_PORT) ?? DEFAULT_PORT,
    dataFolder: join(WORKSPACE, '.local'),
    log: (line) => console.log(line),
    onDeath: () => end(1),
    ...(AWS_REGION && { region: AWS_REGION }),
    ...(LOCAL_CLOUD_SES_RULES && { rulesFile: LOCAL_CLOUD_SES_RULES }),
    ...(LOCAL_CLOUD_CONCURRENCY && {
      concurrencyLimit: wholeNumber('LOCAL_CLOUD_CONCURRENCY', LOCAL_CLOUD_CONCURRENCY) ?? 1,
    }),
  });
  console.log(`local-cloud is ready: gateway http://127.0.0.1:${cloud.ports.gateway}`);
  process.send?.({ ready: 'local-cloud' });
};

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} must be a whole number, not ${text}`);

  return number;
};

main().catch((error: unknown) => {
  console.error(error instanceof PortTaken ? error.message : `local-cloud cannot start: ${errorText(error)}`);
  process.exit(1);
});
