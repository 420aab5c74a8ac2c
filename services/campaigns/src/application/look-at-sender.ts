import type { Check } from '../domain/preflight/check.ts';
import { checkDmarc, checkSpf, dmarcNames } from '../domain/preflight/dns.ts';
import {
  checkDkim,
  checkSendingEnabled,
  checkVerified,
  domainOf,
  identitiesFor,
} from '../domain/preflight/identity.ts';
import type { Sender } from '../domain/sender.ts';
import type { DnsTexts, MailAccount } from './ports.ts';

interface Needs {
  readonly account: Pick<MailAccount, 'identities' | 'isSendingEnabled'>;
  readonly dns: DnsTexts;
}

/** Looks at whether SES, and those who get the mail, believe that it comes from its sender. */
export const lookAtSender = async ({ account, dns }: Needs, { address }: Sender): Promise<readonly Check[]> => {
  const domain = domainOf(address);
  const [identities, isEnabled, spf, dmarc] = await Promise.all([
    account.identities(identitiesFor(address)),
    account.isSendingEnabled(),
    dns.of([domain]),
    dns.of(dmarcNames(domain)),
  ]);
  return [
    checkVerified(address, identities),
    checkSendingEnabled(isEnabled),
    checkDkim(address, identities),
    checkSpf(domain, spf),
    checkDmarc(domain, dmarc),
  ];
};
