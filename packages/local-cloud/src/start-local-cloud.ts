import { createClosing } from './closing.ts';
import { localEnvironment } from './environment.ts';
import { assertFree } from './free-port.ts';
import type { Log } from './log.ts';
import { listPorts, type Ports, portsFrom } from './ports.ts';
import { startEmulators } from './start-emulators.ts';
import { startPlatform } from './start-platform.ts';

export interface LocalCloudOptions {
  /** The gateway's port; the others follow it. */
  readonly basePort: number;
  /** Keeps the token issuer's key over restarts. */
  readonly dataFolder: string;
  readonly host?: string;
  readonly region?: string;
  /** Decides what the SES simulator does with an address; its own rules if absent. */
  readonly rulesFile?: string;
  /** The built web app, which the gateway serves; none if absent. */
  readonly webFolder?: string;
  /** The most concurrent calls for one queue, whatever its `maximumConcurrency` says. */
  readonly concurrencyLimit?: number;
  readonly log?: Log;
  /** Called when a part ends that nobody stopped; the rest is of no use then. */
  readonly onDeath?: () => void;
}

export interface LocalCloud {
  readonly ports: Ports;
  /** What a process needs in its environment for the AWS SDKs to find all of this. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const DEFAULT_CONCURRENCY_LIMIT = 8;

/**
 * Starts AWS on this machine, in this process and one child (DynamoDB).
 *
 * @example
 * const cloud = await startLocalCloud({ basePort: 4500, dataFolder: '.local' });
 * Object.assign(process.env, cloud.env);
 * await cloud.stop();
 *
 * @throws {PortTaken} naming the port and what it is for
 */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { basePort, dataFolder, host = '127.0.0.1', region = 'eu-west-1', log = () => {} } = options;
  const { concurrencyLimit = DEFAULT_CONCURRENCY_LIMIT, onDeath = () => {}, rulesFile, webFolder } = options;
  const ports = portsFrom(basePort);
  for (const { port, purpose } of listPorts(ports)) await assertFree({ host, port, purpose });

  const closing = createClosing(log);
  const where = { host, ports, region };
  const env = localEnvironment(where);
  try {
    const emulators = await startEmulators({ ...where, dataFolder, onDeath, log, closing });
    await startPlatform({
      ...where,
      ...emulators,
      basePort,
      env,
      concurrencyLimit,
      rulesFile,
      webFolder,
      log,
      closing,
    });
  } catch (error) {
    await closing.close();
    throw error;
  }

  return { ports, env, stop: closing.close };
};
