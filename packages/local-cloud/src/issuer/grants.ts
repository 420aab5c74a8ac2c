import type { Person } from './people.ts';

/** A code lives as long as a redirect takes. */
const CODE_LIFE_MS = 60_000;

/** What somebody has agreed to at the sign-in page. */
export interface Consent {
  readonly person: Person;
  readonly clientId: string;
  readonly redirectUri: string;
}

interface Redemption {
  readonly clientId: string | undefined;
  readonly redirectUri: string | undefined;
}

/** Whom codes and refresh tokens stand for. A code is good once and for a minute. Forgotten with the process. */
export class Grants {
  readonly #now: () => number;
  readonly #codes = new Map<string, Consent & { readonly until: number }>();
  readonly #refreshTokens = new Map<string, Person>();

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  give(code: string, consent: Consent): void {
    for (const [old, { until }] of this.#codes) if (until <= this.#now()) this.#codes.delete(old);
    this.#codes.set(code, { ...consent, until: this.#now() + CODE_LIFE_MS });
  }

  /** Whom a code or a refresh token stands for, without using it up. */
  personOf(codeOrToken: string | undefined): Person | undefined {
    if (codeOrToken === undefined) return undefined;
    return this.#codes.get(codeOrToken)?.person ?? this.#refreshTokens.get(codeOrToken);
  }

  /** Uses a code up; it is good for the client and the address it was given to. */
  redeem(code: string, { clientId, redirectUri }: Redemption): Person | undefined {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found === undefined || found.until <= this.#now()) return undefined;
    return found.clientId === clientId && found.redirectUri === redirectUri ? found.person : undefined;
  }

  allowRefresh(token: string, person: Person): void {
    this.#refreshTokens.set(token, person);
  }
}
