import type { Account } from '../account/account.ts';
import type { Clock } from '../clock.ts';
import type { Destinations } from '../events/destinations.ts';
import type { Postman } from '../events/postman.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { SenderRule } from '../rules/rules.ts';
import type { AcceptedMail } from './accepted-mail.ts';
import { domainOf } from './addresses.ts';
import { type CheckedMessage, checkMessage } from './checked-message.ts';
import { delivered } from './delivered.ts';
import { isInfected } from './infected.ts';
import { newMessageId } from './message-id.ts';
import type { Submission } from './submission.ts';

const MAILBOX_SIMULATOR = 'simulator.amazonses.com';

interface Acceptance {
  readonly region: string;
  readonly clock: Clock;
  readonly account: Account;
  readonly senders: readonly SenderRule[];
  readonly destinations: Destinations;
  readonly mailbox: Mailbox;
  readonly postman: Postman;
}

const acceptedMail = (submission: Submission, message: CheckedMessage, at: number): AcceptedMail => ({
  messageId: newMessageId(at),
  at,
  operation: submission.operation,
  sourceIp: submission.sourceIp,
  callerIdentity: submission.callerIdentity,
  source: message.source,
  destinations: message.destinations,
  configurationSet: message.configurationSet,
  tags: Object.fromEntries(message.tags.map(({ name, value }) => [name, value])),
  headers: message.headers,
});

/** Makes the function that takes a message or refuses it, and answers its id. */
export const makeAccept = ({ region, clock, account, senders, destinations, mailbox, postman }: Acceptance) => {
  const hasConfigurationSet = (name: string): boolean => destinations.has(name);

  return (submission: Submission): string => {
    account.ensureOpen();
    const message = checkMessage(submission, { region, senders, hasConfigurationSet });
    const simulated = message.destinations.filter((address) => domainOf(address) === MAILBOX_SIMULATOR).length;
    const recipients = message.destinations.length;
    account.admit({ recipients, billable: recipients - simulated });

    const mail = acceptedMail(submission, message, clock.now());
    const raw = delivered(submission.raw, message, { messageId: mail.messageId, region, at: mail.at });
    const stored = mailbox.keep(mail, raw);
    postman.post({ mail, stored }, isInfected(submission.raw));
    return mail.messageId;
  };
};
