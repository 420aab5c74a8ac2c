import { join } from 'node:path';
import { localEnvironment } from '../../packages/local-cloud/src/environment.ts';
import { portsFrom } from '../../packages/local-cloud/src/ports.ts';
import { readSettings, withoutAccount } from './environment.ts';
import { assertPortsFree } from './ports.ts';
import { Processes } from './processes.ts';
import { onSignals } from './signals.ts';
import { listServices, root, webAppFolder } from './workspace.ts';

export interface PlatformOptions {
  readonly basePort: number;
  /** One process for all services, or one for each, which can then be killed alone. */
  readonly hosts: 'one' | 'each';
  /** All services, unless named. */
  readonly services?: readonly string[];
  /** Hears warnings and errors; standard error does, unless told otherwise. */
  readonly log?: 'quiet' | ((line: string) => void);
  /** The folder for logs and data; one for each base port, unless named. */
  readonly dataDir?: string;
}

/** The whole platform on this machine. */
export interface Platform {
  readonly gateway: string;
  readonly mailbox: string;
  readonly issuer: string;
  readonly services: readonly string[];
  readonly logFolder: string;
  /** The environment in which an AWS SDK talks to this platform. */
  readonly env: Readonly<Record<string, string>>;
  /** The process of each service. */
  hostPids: () => ReadonlyMap<string, number>;
  /** Kills the process of a service, which is everybody's if there is one for all, and waits until it is gone. */
  killHost: (service: string, signal: NodeJS.Signals) => Promise<void>;
  /** Starts the killed process of a service again, and waits until it is ready. */
  restartHost: (service: string) => Promise<void>;
  /** Waits for Ctrl-C, and stops everything; rejects when something ends by itself before. */
  untilStopped: (say: (line: string) => void) => Promise<void>;
  /** Stops hosts, then local-cloud. */
  stop: () => Promise<void>;
}

const CLOUD = 'local-cloud';
const CLOUD_MAIN = join(root, 'packages/local-cloud/src/main.ts');
const HOST_MAIN = join(root, 'packages/serverless-local/src/host.ts');
const STOPPED_BY_SIGNAL = 130;
const GRACE_MS = 4_000;

/** A small nursery costs nothing here and saves 20 to 50 MB a process. */
const NODE_FLAGS = ['--max-semi-space-size=2', '--disable-warning=ExperimentalWarning'];

/**
 * Starts local-cloud and the services on this machine, each as it would run on AWS, and waits until all can be called.
 *
 * If a process ends that nobody asked to end, all others are stopped. Ctrl-C stops everything and ends this process; a
 * second one kills it.
 *
 * @throws {PortTaken} before anything is started
 * @example
 * const platform = await startPlatform({ basePort: 4500, hosts: 'one' });
 * await fetch(`${platform.gateway}/api/campaigns/health`);
 * await platform.stop();
 */
export const startPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const { basePort, services = listServices(), dataDir = join(root, '.local', String(basePort)) } = options;
  await assertPortsFree(basePort, services);
  const platform = new RunningPlatform({ ...options, services, dataDir });
  await platform.start();

  return platform;
};

type Completed = PlatformOptions & Required<Pick<PlatformOptions, 'services' | 'dataDir'>>;

class RunningPlatform implements Platform {
  readonly gateway: string;
  readonly mailbox: string;
  readonly issuer: string;
  readonly services: readonly string[];
  readonly logFolder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #isOneForAll: boolean;
  readonly #processes: Processes;
  readonly #stopListening: () => void;
  #signals = 0;
  #isAwaited = false;

  constructor({ basePort, hosts, services, dataDir, log = say }: Completed) {
    const ports = portsFrom(basePort);
    this.gateway = `http://127.0.0.1:${ports.gateway}`;
    this.mailbox = `${this.gateway}/mailbox`;
    this.issuer = `http://127.0.0.1:${ports.issuer}`;
    this.services = services;
    this.logFolder = join(dataDir, 'logs');
    this.env = localEnvironment({ host: '127.0.0.1', ports, region: 'eu-west-1' });
    this.#isOneForAll = hosts === 'one';
    this.#processes = new Processes({
      env: childEnvironment(basePort, dataDir),
      logFolder: this.logFolder,
      onLine: log === 'quiet' ? () => undefined : log,
      isVerbose: readSettings().isVerbose,
      graceMs: GRACE_MS,
    });
    this.#stopListening = onSignals(() => this.#onSignal());
    void this.#processes.ended.then(this.#stopListening);
  }

  async start(): Promise<void> {
    await Promise.all([
      this.#processes.start({ name: CLOUD, parts: [CLOUD], args: [...NODE_FLAGS, CLOUD_MAIN] }),
      ...this.#hostGroups().map((services) => this.#startHost(services)),
    ]);
  }

  hostPids(): ReadonlyMap<string, number> {
    const pids = this.services.flatMap((service): [string, number][] => {
      const host = this.#processes.find(this.#hostOf(service));
      return host ? [[service, host.pid]] : [];
    });

    return new Map(pids);
  }

  async killHost(service: string, signal: NodeJS.Signals): Promise<void> {
    await this.#processes.killOne(this.#hostOf(service), signal);
  }

  async restartHost(service: string): Promise<void> {
    const services = this.#hostGroups().find((group) => group.includes(service));
    if (!services) throw new Error(`${service} is not a service of this platform.`);
    await this.#startHost(services);
  }

  async untilStopped(tell: (line: string) => void): Promise<void> {
    tell('Ctrl-C stops everything.');
    this.#isAwaited = true;
    const why = await this.#processes.ended;
    if (why !== undefined) throw new Error(why);
  }

  stop(): Promise<void> {
    return this.#processes.stop();
  }

  #onSignal(): void {
    this.#signals += 1;
    if (this.#signals > 1) {
      this.#processes.killAll();
      process.exit(STOPPED_BY_SIGNAL);
    }
    void this.stop().then(() => {
      if (!this.#isAwaited) process.exit(STOPPED_BY_SIGNAL);
    });
  }

  #startHost(services: readonly string[]): Promise<void> {
    const folders = services.map((service) => join(root, 'services', service));
    const name = this.#hostOf(services[0] ?? '');

    return this.#processes.start({ name, parts: services, args: [...NODE_FLAGS, HOST_MAIN, ...folders] });
  }

  #hostGroups(): readonly (readonly string[])[] {
    return this.#isOneForAll ? [this.services] : this.services.map((service) => [service]);
  }

  #hostOf(service: string): string {
    return this.#isOneForAll ? 'services' : service;
  }
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const childEnvironment = (basePort: number, dataDir: string): NodeJS.ProcessEnv =>
  withoutAccount({
    LOCAL_CLOUD_PORT: String(basePort),
    LOCAL_DATA_DIR: dataDir,
    LOCAL_CLOUD_WEB: webAppFolder,
    // Each worker thread would get heap arenas of its own: a quarter of its memory, for speed that nobody notices here.
    MALLOC_ARENA_MAX: '2',
    SLS_LOG_LEVEL: readSettings().isVerbose ? 'notice' : 'warning',
  });
