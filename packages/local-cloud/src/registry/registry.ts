import { setTimeout as sleep } from 'node:timers/promises';

import { isFree, PortTaken } from '../free-port.ts';
import type { Log } from '../log.ts';
import type { EventSources } from '../poller/event-sources.ts';
import { applyStack, ignoredTypes, type Tools } from './apply-stack.ts';
import { describeService } from './describe-service.ts';
import type { Host, Hosts } from './hosts.ts';
import type { AttachPayload, ReadyPayload, StacksPayload } from './payload.ts';
import { RegistryRefusal } from './refusal.ts';

/** A host that was killed may need a moment to let its ports go. */
const PORT_PATIENCE_MS = 3_000;
const PORT_POLL_MS = 50;

interface StateMachine {
  readonly name: string;
  readonly definition: unknown;
  readonly type: string;
}

interface Wanted extends Tools {
  readonly host: string;
  readonly region: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  readonly hosts: Hosts;
  readonly sources: EventSources;
  readonly registerMachine: (machine: StateMachine) => void;
  readonly log: Log;
}

/** What services said they are made of, and what became of it. */
export class Registry {
  readonly #options: Wanted;
  readonly #ignored = new Map<string, readonly string[]>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: Wanted) {
    this.#options = options;
  }

  /** Gives a starting service its ports and its environment. A service that comes again gets the same ones. */
  async attach({ service, pid, region }: AttachPayload) {
    const { hosts, sources, environment, gatewayUrl, issuerUrl, region: ownRegion } = this.#options;
    if (region !== ownRegion) {
      const advice = `start it in ${ownRegion}, or local-cloud with AWS_REGION=${region}`;
      throw new RegistryRefusal(`${service} is in ${region}, local-cloud in ${ownRegion}; ${advice}`, 409);
    }
    const { httpPort, lambdaPort } = hosts.portsOf(service);
    await this.#assertFree(service, { port: httpPort, purpose: `HTTP of ${service}` });
    await this.#assertFree(service, { port: lambdaPort, purpose: `Lambda functions of ${service}` });
    hosts.attach(service, pid);
    void sources.stop(service);

    return { httpPort, lambdaPort, env: environment, gateway: gatewayUrl, issuer: issuerUrl };
  }

  /** Creates or updates what a service declares, one service after another. */
  stacks(payload: StacksPayload) {
    const turn = this.#last.then(() => this.#apply(payload));
    this.#last = turn.catch(() => {});

    return turn;
  }

  /** Opens the gateway and the queues to a service whose ports are listening. */
  ready({ service }: ReadyPayload) {
    const { hosts, sources, log } = this.#options;
    hosts.markReady(service);
    const host = hosts.find(service);
    if (host === undefined) throw new RegistryRefusal(`${service} has not attached; POST /_local/attach first`, 409);
    sources.start(host);
    log(`${service} is ready`);

    return { service, state: host.state };
  }

  state() {
    const { hosts, subscriptions, sources } = this.#options;

    return {
      services: hosts.all(),
      subscriptions: subscriptions.active(),
      pending: subscriptions.pending(),
      ignored: Object.fromEntries(this.#ignored),
      queues: sources.stats(),
    };
  }

  async #apply(payload: StacksPayload) {
    const { hosts, subscriptions, registerMachine, log } = this.#options;
    const { service, stacks, stateMachines } = payload;
    if (hosts.find(service) === undefined) {
      throw new RegistryRefusal(`${service} has not attached; POST /_local/attach first`, 409);
    }
    const description = describeService(payload);
    for (const stack of stacks) {
      await applyStack(stack, this.#options);
      this.#ignored.set(stack.stack, ignoredTypes(stack));
    }
    for (const { name, definition, type } of stateMachines) {
      registerMachine({ name, definition, type: type ?? 'STANDARD' });
    }
    hosts.describe(service, description);
    log(`${service}: ${stacks.map(({ stack, resources }) => `${stack} (${resources.length} resources)`).join(', ')}`);

    return { pending: subscriptions.pending(), ignored: stacks.flatMap(ignoredTypes) };
  }

  async #assertFree(service: string, { port, purpose }: { readonly port: number; readonly purpose: string }) {
    const { host, hosts } = this.#options;
    const until = Date.now() + PORT_PATIENCE_MS;
    while (!(await isFree(host, port))) {
      if (Date.now() > until) {
        const first = hosts.find(service);
        const taken = new PortTaken({ host, port, purpose });
        throw new RegistryRefusal(first === undefined ? taken.message : alreadyRuns(first), 409);
      }
      await sleep(PORT_POLL_MS);
    }
  }
}

const alreadyRuns = ({ service, pid }: Host): string =>
  `${service} runs already, in process ${pid}. Stop that, or start the platform without ${service}: ` +
  '`pnpm start` takes the names of the services it shall start.';
