import { hostPorts } from '../ports.ts';

type HostState = 'starting' | 'ready' | 'gone';

/** A function as its service described it. */
export interface LocalFunction {
  readonly name: string;
  readonly service: string;
  readonly timeoutSeconds: number;
  readonly reservedConcurrency?: number | undefined;
  readonly sources: readonly QueueSource[];
}

/** An SQS event source, with Lambda's own defaults filled in. */
export interface QueueSource {
  readonly queueArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly maximumConcurrency?: number | undefined;
  readonly reportsFailures: boolean;
}

export interface Authorizer {
  readonly identitySource: string;
  readonly audience: readonly string[];
}

export interface Route {
  /** `GET /api/campaigns/runs/{id}`, `ANY /…` or `$default`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly authorizer?: { readonly name: string; readonly scopes: readonly string[] } | undefined;
}

/** What one service runs: a process with two ports, its functions, and its HTTP API. */
export interface Host {
  readonly service: string;
  readonly pid: number;
  readonly httpPort: number;
  readonly lambdaPort: number;
  readonly state: HostState;
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  readonly functions: readonly LocalFunction[];
}

type Description = Pick<Host, 'routes' | 'authorizers' | 'functions'>;

const NOTHING_YET: Description = { routes: [], authorizers: {}, functions: [] };

/** Remembers which service is where and in which state; a service keeps its ports over restarts. */
export class Hosts {
  readonly #basePort: number;
  readonly #slots = new Map<string, number>();
  readonly #hosts = new Map<string, Host>();
  readonly #waiters = new Map<string, Set<() => void>>();

  constructor(basePort: number) {
    this.#basePort = basePort;
  }

  /** The ports of a service, which are its own from the first time on. */
  portsOf(service: string) {
    const slot = this.#slots.get(service) ?? this.#slots.size;
    this.#slots.set(service, slot);

    return hostPorts(this.#basePort, slot);
  }

  attach(service: string, pid: number): Host {
    const known = this.#hosts.get(service) ?? NOTHING_YET;
    const host: Host = { ...known, ...this.portsOf(service), service, pid, state: 'starting' };
    this.#hosts.set(service, host);
    return host;
  }

  describe(service: string, description: Description): void {
    this.#change(service, description);
  }

  markReady(service: string): void {
    this.#change(service, { state: 'ready' });
    for (const wake of this.#waiters.get(service) ?? []) wake();
  }

  markGone(service: string): void {
    this.#change(service, { state: 'gone' });
  }

  find(service: string): Host | undefined {
    return this.#hosts.get(service);
  }

  findFunction(name: string): LocalFunction | undefined {
    for (const { functions } of this.#hosts.values()) {
      const found = functions.find((candidate) => candidate.name === name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  all(): readonly Host[] {
    return [...this.#hosts.values()];
  }

  /** Waits until a service is ready, at most this long. */
  async whenReady(service: string, withinMs: number): Promise<Host | undefined> {
    if (!this.#isReady(service) && withinMs > 0) await this.#waitFor(service, withinMs);

    return this.#isReady(service) ? this.#hosts.get(service) : undefined;
  }

  #isReady(service: string): boolean {
    return this.#hosts.get(service)?.state === 'ready';
  }

  #waitFor(service: string, withinMs: number): Promise<void> {
    const waiters = this.#waiters.get(service) ?? new Set();
    this.#waiters.set(service, waiters);

    return new Promise((resolve) => {
      const wake = () => {
        waiters.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, withinMs).unref();
      waiters.add(wake);
    });
  }

  #change(service: string, change: Partial<Host>): void {
    const host = this.#hosts.get(service);
    if (host !== undefined) this.#hosts.set(service, { ...host, ...change });
  }
}
