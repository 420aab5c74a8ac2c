import { setTimeout as delay } from 'node:timers/promises';
import type { LocalFunction, LocalStateMachine } from './describe-service.ts';
import type { StackDescription } from './describe-stack.ts';
import type { TemplateMap } from './template.ts';

/** What local-cloud gives a service that attaches: its ports and the endpoints of everything else. */
export interface Attachment {
  readonly httpPort: number;
  readonly lambdaPort: number;
  readonly gateway: string;
  readonly issuer: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What a service is made of. */
export interface Registration {
  readonly service: string;
  readonly region: string;
  readonly stacks: readonly StackDescription[];
  readonly functions: Readonly<Record<string, LocalFunction>>;
  readonly stateMachines: readonly LocalStateMachine[];
  readonly authorizers: TemplateMap;
}

/** The conversation with local-cloud, in the order of its three questions. */
export interface Registry {
  attach: (who: { readonly service: string; readonly pid: number; readonly region: string }) => Promise<Attachment>;
  register: (registration: Registration) => Promise<void>;
  ready: (who: { readonly service: string }) => Promise<void>;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/**
 * Talks to the local-cloud at an address.
 *
 * The first question is repeated for ten seconds, so that local-cloud and hosts may start at the same time.
 */
export const connectRegistry = (cloudUrl: string): Registry => {
  const ask = async (path: string, body: unknown) => {
    const response = await knock(`${cloudUrl}${path}`, JSON.stringify(body), Date.now() + PATIENCE_MS);
    const answer = JSON.parse(await response.text());
    if (!response.ok) throw new Error(`local-cloud refused ${path}: ${answer.error ?? response.status}`);

    return answer;
  };

  return {
    attach: (who) => ask('/_local/attach', who),
    register: (registration) => ask('/_local/stacks', registration),
    ready: (who) => ask('/_local/ready', who),
  };
};

const knock = async (url: string, body: string, until: number): Promise<Response> => {
  for (;;) {
    try {
      return await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    } catch (error) {
      if (Date.now() > until) {
        throw new Error(`local-cloud does not answer at ${url}; start the platform with \`pnpm start\` first.`, {
          cause: error,
        });
      }
      await delay(PAUSE_MS);
    }
  }
};
