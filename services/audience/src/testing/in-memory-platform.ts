import type {
  Announcements,
  Cause,
  Clock,
  ConsentCommands,
  Ids,
  LinkChecks,
  UnsubscribeClaim,
  UnsubscribeTokens,
} from '../application/ports.ts';
import type { Consent } from '../domain/consent.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';

export const clockAt = (instant: string): Clock => ({ now: () => new Date(instant) });

/** A clock that goes on by a second whenever somebody looks at it. */
export const tickingClock = (instant: string): Clock => {
  let now = Date.parse(instant);
  return {
    now: () => {
      now += 1_000;
      return new Date(now);
    },
  };
};

/** Ids that count. */
export const countingIds = (): Ids => {
  let last = 0;
  return {
    next: (prefix) => {
      last += 1;
      return `${prefix}_${last}`;
    },
  };
};

/** Remembers what the platform was told, in order. */
export class RecordingAnnouncements implements Announcements {
  readonly consents: Consent[] = [];
  readonly causes: Cause[] = [];

  async consentChanged(consent: Consent, cause: Cause): Promise<void> {
    this.consents.push(consent);
    this.causes.push(cause);
  }
}

export class RecordingConsentCommands implements ConsentCommands {
  readonly sent: ConsentEntry[] = [];

  async change(entry: ConsentEntry): Promise<void> {
    this.sent.push(entry);
  }
}

/** One link to try, which anybody could write. */
export class PlainChecks implements LinkChecks {
  async make(): Promise<string> {
    return 'check';
  }

  async isGenuine(token: string): Promise<boolean> {
    return token === 'check';
  }
}

/** Tokens that anybody could forge: their claim in plain JSON. */
export class PlainTokens implements UnsubscribeTokens {
  readonly #claims = new Map<string, UnsubscribeClaim>();

  async signer(): Promise<(claim: UnsubscribeClaim) => string> {
    return (claim) => {
      const token = `token-${claim.contactId}`;
      this.#claims.set(token, claim);
      return token;
    };
  }

  async verify(token: string): Promise<UnsubscribeClaim | undefined> {
    return this.#claims.get(token);
  }
}
