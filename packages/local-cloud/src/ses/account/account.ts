import { messageRejected, Refusal, throttled } from '../api/refusal.ts';
import type { Clock } from '../clock.ts';
import type { AccountSettings } from '../rules/rules.ts';
import { RollingDay } from './rolling-day.ts';
import { TokenBucket } from './token-bucket.ts';

const UNLIMITED = -1;

export interface SendQuota {
  readonly max24HourSend: number;
  readonly maxSendRate: number;
  readonly sentLast24Hours: number;
}

/** The sending account: whether it may send at all, how fast, and how much in a day. */
export class Account {
  readonly #bucket: TokenBucket;
  readonly #day: RollingDay;
  #settings: AccountSettings;

  constructor(settings: AccountSettings, clock: Clock) {
    this.#bucket = new TokenBucket(clock);
    this.#day = new RollingDay(clock);
    this.#settings = settings;
    this.change({});
  }

  get settings(): AccountSettings {
    return this.#settings;
  }

  change(changes: Partial<AccountSettings>): AccountSettings {
    this.#settings = { ...this.#settings, ...changes };
    const { maxSendRate, burstSeconds } = this.#settings;
    this.#bucket.resize(maxSendRate, maxSendRate * burstSeconds + 1);
    return this.#settings;
  }

  /** @throws Refusal while sending is switched off, by us or by AWS. */
  ensureOpen(): void {
    if (this.#settings.suspended) {
      throw messageRejected(
        'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      );
    }
    if (!this.#settings.sendingEnabled) {
      throw new Refusal({
        code: 'AccountSendingPausedException',
        message: 'Email sending is disabled for this account.',
      });
    }
  }

  /**
   * Counts a message against the rate and the 24-hour quota.
   * @throws Refusal if either is used up; then nothing is counted.
   */
  admit({ recipients, billable }: { readonly recipients: number; readonly billable: number }): void {
    const { max24HourSend } = this.#settings;
    if (max24HourSend !== UNLIMITED && billable > 0 && this.#day.total() + billable > max24HourSend) {
      throw throttled('Daily message quota exceeded.');
    }
    if (!this.#bucket.take(recipients)) throw throttled('Maximum sending rate exceeded.');

    this.#day.add(billable);
  }

  quota(): SendQuota {
    const { max24HourSend, maxSendRate } = this.#settings;
    return { max24HourSend, maxSendRate, sentLast24Hours: this.#day.total() };
  }
}
