import type { Quota } from '../domain/preflight/quota.ts';
import type { Clock, MailAccount } from './ports.ts';

/** What SES granted when it was asked last. */
export interface NotedQuota {
  readonly quota: Quota;
  readonly at: Date;
}

/** What everybody who looks knows of the quota. */
export interface QuotaNotes {
  read(): Promise<NotedQuota | undefined>;
  /** Answers whether it is now for the caller to ask SES: of several at about the same time, it is one. */
  claim(now: Date, since: Date): Promise<boolean>;
  note(noted: NotedQuota): Promise<void>;
}

interface Needs {
  readonly account: MailAccount;
  readonly notes: QuotaNotes;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
}

const FRESH_MS = 30_000;
/** An older one is better than none while SES does not answer. */
const USABLE_MS = 600_000;
/** Whoever asks SES has its answer by then, or will have none. */
const ASKING_MS = 3_000;
/** If SES has not answered, nobody asks again before. */
const ASKS_AGAIN_MS = 10_000;
const LOOK_AGAIN_MS = 500;
const MOST_LOOKS = ASKING_MS / LOOK_AGAIN_MS;

/**
 * The account as many people look at it. SES tells its quota once a second, and dispatch needs the answer to send at the right rate:
 * it is asked twice a minute at most, however many preflights are open, and by one of them only.
 */
export const makeSharedAccount = ({ account, notes, clock, pause }: Needs): MailAccount => {
  const isOlder = ({ at }: NotedQuota, ms: number) => clock.now().getTime() - at.getTime() >= ms;

  const toldToOthers = async (): Promise<Quota | undefined> => {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      await pause(LOOK_AGAIN_MS);
      const noted = await notes.read();
      if (noted && !isOlder(noted, FRESH_MS)) return noted.quota;
    }
    return undefined;
  };

  const ask = async (): Promise<Quota | undefined> => {
    const quota = await account.quota();
    if (quota) await notes.note({ quota, at: clock.now() });
    return quota;
  };

  const look = async (): Promise<Quota | undefined> => {
    const noted = await notes.read();
    if (noted && !isOlder(noted, FRESH_MS)) return noted.quota;
    const known = noted && !isOlder(noted, USABLE_MS) ? noted.quota : undefined;
    const now = clock.now();
    if (await notes.claim(now, new Date(now.getTime() - ASKS_AGAIN_MS))) return (await ask()) ?? known;
    return known ?? toldToOthers();
  };

  let looking: Promise<Quota | undefined> | undefined;
  return {
    identities: (asked) => account.identities(asked),
    isSendingEnabled: () => account.isSendingEnabled(),
    quota: () => {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
};
