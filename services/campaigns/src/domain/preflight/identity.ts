import { type Check, fine, stop, warning } from './check.ts';

/** What SES says of a domain or an address. */
export interface Identity {
  readonly verification: 'Success' | 'Pending' | 'Failed' | 'TemporaryFailure' | 'NotStarted';
  readonly isSigned: boolean;
}

export type Identities = ReadonlyMap<string, Identity>;

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** A domain and those above it, without the last word of all: `a.b.kr`, `b.kr`. */
export const domainsAbove = (domain: string): readonly string[] => {
  const words = domain.split('.');
  return words.slice(0, -1).map((_, n) => words.slice(n).join('.'));
};

/** Whoever may send as a domain may send as every address and every domain below it. */
export const identitiesFor = (address: string): readonly string[] => [address, ...domainsAbove(domainOf(address))];

const VERIFY =
  'Verify the domain in the SES console under Identities, with the DNS records that it shows; then look again.';

/** Whether SES takes mail from this address. Nothing where SES could not be asked. */
export const checkVerified = (address: string, known: Identities | undefined): Check => {
  const id = 'sender_verified';
  const domain = domainOf(address);
  if (known === undefined) {
    return warning({ id, found: 'unknown', title: 'SES could not be asked about the sender.', advice: 'Look again.' });
  }
  const states = identitiesFor(address).flatMap((identity) => known.get(identity)?.verification ?? []);
  const data = { domain, states };
  if (states.includes('Success')) return fine({ id, found: 'verified', title: 'SES knows the sender.', data });
  if (states.includes('TemporaryFailure')) {
    return warning({
      id,
      found: 'temporary_failure',
      title: `SES cannot find the DNS records of ${domain} any more, and will stop sending for it within days.`,
      advice: 'Put the records back that the SES console shows for this domain.',
      data,
    });
  }
  return states.includes('Pending')
    ? stop({
        id,
        found: 'pending',
        title: `SES waits for the DNS records of ${domain}: until then it takes none of the mails.`,
        advice: VERIFY,
        data,
      })
    : stop({
        id,
        found: 'not_verified',
        title: `SES does not know ${domain} as yours: it takes none of the mails.`,
        advice: VERIFY,
        data,
      });
};

/** Whether mails are signed in the name of the sender's domain. */
export const checkDkim = (address: string, known: Identities | undefined): Check => {
  const id = 'dkim';
  if (known === undefined) {
    return warning({ id, found: 'unknown', title: 'SES could not be asked about signatures.', advice: 'Look again.' });
  }
  const domain = domainOf(address);
  const isSigned = identitiesFor(address).some((identity) => known.get(identity)?.isSigned);
  return isSigned
    ? fine({ id, found: 'signed', title: 'Mails are signed by the domain of the sender (DKIM).', data: { domain } })
    : warning({
        id,
        found: 'not_signed',
        title: `Mails are not signed by ${domain} (DKIM): Gmail and Yahoo refuse or hide those of large senders.`,
        advice: 'Set up Easy DKIM for the domain in the SES console, with the three DNS records that it shows.',
        data: { domain },
      });
};

/** Whether the account may send at all. */
export const checkSendingEnabled = (isEnabled: boolean | undefined): Check => {
  const id = 'sending_enabled';
  if (isEnabled === undefined) {
    return warning({ id, found: 'unknown', title: 'SES could not be asked about the account.', advice: 'Look again.' });
  }
  return isEnabled
    ? fine({ id, found: 'enabled', title: 'The account may send.' })
    : stop({
        id,
        found: 'disabled',
        title: 'Sending is switched off for the whole account: SES takes no mail.',
        advice: 'Find out who or what switched it off, and why; then switch it on in the SES console.',
      });
};
