import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { Account } from './account/account.ts';
import { makeActions } from './api/actions.ts';
import { makeIdentities } from './api/identities.ts';
import { createApiServer } from './api/server.ts';
import { type Clock, stoppable, systemClock } from './clock.ts';
import { Destinations, type EventDestination } from './events/destinations.ts';
import { Postman } from './events/postman.ts';
import { type Publish, Publisher } from './events/publisher.ts';
import { Faults } from './faults.ts';
import type { Log } from './log.ts';
import { makeMailboxHandler } from './mailbox/handler.ts';
import { Mailbox } from './mailbox/mailbox.ts';
import { makeAccept } from './message/accept.ts';
import { loadRules } from './rules/load-rules.ts';

export type { SesEvent } from './events/ses-event.ts';

export interface SesOptions {
  readonly region: string;
  /** Laid over ses-rules.yml. */
  readonly rulesFile?: string | undefined;
  /** Hands an event to a topic. Tried again when it rejects. */
  readonly publish: Publish;
  readonly log: Log;
  readonly clock?: Clock;
}

export interface Ses {
  /** SES's query API; the caller makes it listen. */
  readonly server: Server;
  readonly registerConfigurationSet: (name: string) => void;
  readonly registerEventDestination: (destination: EventDestination) => void;
  /** Answers everything at and below `/mailbox`. */
  readonly handleMailboxRequest: (request: IncomingMessage, response: ServerResponse) => void;
  /** Stops listening, and drops the events that are still to come. */
  readonly stop: () => Promise<void>;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Makes an Amazon SES that delivers into a mailbox instead of into the world.
 *
 * @example
 * const ses = createSes({ region: 'eu-west-1', publish: (topicArn, event) => sns.publish(topicArn, event), log });
 * ses.registerConfigurationSet('bulkhead-local');
 * ses.server.listen(4504, '127.0.0.1');
 */
export const createSes = ({ region, rulesFile, publish, log, clock: givenClock = systemClock }: SesOptions): Ses => {
  const rules = loadRules(rulesFile);
  const clock = stoppable(givenClock);
  const account = new Account(rules.account, clock);
  const faults = new Faults(rules.faults);
  const destinations = new Destinations();
  const mailbox = new Mailbox(rules.mailbox);
  const publisher = new Publisher({ publish, clock, log });
  const postman = new Postman({ region, rules, clock, log, faults, destinations, publisher, mailbox });
  const accept = makeAccept({ region, clock, account, senders: rules.senders, destinations, mailbox, postman });
  const server = createApiServer({
    actions: makeActions({ account, accept, identities: makeIdentities(rules) }),
    faults,
    clock,
    log,
  });

  return {
    server,
    registerConfigurationSet: (name) => destinations.addSet(name),
    registerEventDestination: (destination) => destinations.add(destination),
    handleMailboxRequest: makeMailboxHandler({ mailbox, account, faults, publisher, postman }, log),
    stop: async () => {
      clock.stop();
      publisher.stop();
      await closed(server);
    },
  };
};
