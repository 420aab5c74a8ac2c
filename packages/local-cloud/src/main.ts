import { errorText } from './error-text.ts';
import { PortTaken } from './free-port.ts';
import { dieWithParent } from './lifeline.ts';
import { readSettings } from './settings.ts';
import { type LocalCloud, startLocalCloud } from './start-local-cloud.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs local-cloud as a process: one line a log entry, and a `ready` message to whoever started us. */
const main = async (): Promise<void> => {
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
    // oxlint-disable-next-line node/no-process-env -- a process's entry is where its environment is read
    ...readSettings(process.env),
    log: (line) => console.log(line),
    onDeath: () => end(1),
  });
  console.log(`local-cloud is ready: gateway http://127.0.0.1:${cloud.ports.gateway}`);
  process.send?.({ ready: 'local-cloud' });
};

main().catch((error: unknown) => {
  console.error(error instanceof PortTaken ? error.message : `local-cloud cannot start: ${errorText(error)}`);
  process.exit(1);
});
