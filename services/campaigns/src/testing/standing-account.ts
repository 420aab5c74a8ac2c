import type { MailAccount } from '../application/ports.ts';
import type { Identities, Identity } from '../domain/preflight/identity.ts';
import type { Quota } from '../domain/preflight/quota.ts';

const verified: Identity = { verification: 'Success', isSigned: true };

/** What SES says of an account in good standing that has verified the domains which our tests send from. */
export class StandingAccount implements MailAccount {
  readonly #known: Identities = new Map([
    ['example.com', verified],
    ['bulkhead.example', verified],
  ]);
  readonly #quota: Quota = { perSecond: 100, max24Hours: 50_000, left24Hours: 40_000 };
  /** Whether it answers at all. */
  isSilent = false;
  isEnabled = true;

  async identities(asked: readonly string[]): Promise<Identities | undefined> {
    return this.isSilent ? undefined : new Map([...this.#known].filter(([identity]) => asked.includes(identity)));
  }

  async quota(): Promise<Quota | undefined> {
    return this.isSilent ? undefined : this.#quota;
  }

  async isSendingEnabled(): Promise<boolean | undefined> {
    return this.isSilent ? undefined : this.isEnabled;
  }
}
