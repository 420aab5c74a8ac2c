/** What the services are asked with, and until when they believe it. */
export interface Access {
  readonly token: string;
  /** Milliseconds, as `Date.now()` counts. */
  readonly until: number;
}

export interface AccessKeeper {
  /** The token to ask with now; a new one where it is nearly over. */
  token(): Promise<string>;
}

interface Parts {
  readonly first: Access;
  /** `undefined` where nobody is signed in at the issuer any more. */
  readonly renew: () => Promise<Access | undefined>;
  readonly now: () => number;
}

/** A token is renewed this long before it is over. */
const AHEAD_MS = 60_000;

/**
 * Keeps a token in memory and renews it when it is next needed: a computer that has slept for a night asks once and goes on.
 * An old token is handed out rather than none: the service then says that it is old, which is what sends people to sign in.
 */
export const keepAccess = ({ first, renew, now }: Parts): AccessKeeper => {
  let access = first;
  let renewing: Promise<Access | undefined> | undefined;

  return {
    token: async () => {
      if (now() < access.until - AHEAD_MS) return access.token;
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      try {
        access = (await renewing) ?? access;
      } catch (error) {
        if (now() >= access.until) throw error;
      }
      return access.token;
    },
  };
};
