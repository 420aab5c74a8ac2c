import type { Clock, LinkChecks } from '../application/ports.ts';
import type { SigningKeys } from './hmac-unsubscribe-tokens.ts';
import { sealed, TOKENS, unsealed } from './signed-bytes.ts';

const FIRST_YEAR = 2000;
const FIRST_DAY_MS = Date.UTC(FIRST_YEAR, 0, 1);
const DAY_MS = 86_400_000;
/** Version, key, day. */
const BYTES = 4;

/** Tokens of links that are tried: signed with the keys of links in mails, and of nobody. They are good on the day on which they were made and on the next. */
export class HmacLinkChecks implements LinkChecks {
  readonly #keys: SigningKeys;
  readonly #clock: Clock;

  constructor(keys: SigningKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async make(): Promise<string> {
    const { year, secret } = await this.#keys.current();
    const payload = Buffer.of(TOKENS.check, year - FIRST_YEAR, 0, 0);
    payload.writeUInt16BE(this.#today(), 2);
    return sealed(payload, secret);
  }

  async isGenuine(token: string): Promise<boolean> {
    const { payload, isSignedWith } = unsealed(token);
    if (payload.length !== BYTES || payload.readUInt8(0) !== TOKENS.check) return false;
    const age = this.#today() - payload.readUInt16BE(2);
    if (age < 0 || age > 1) return false;
    const secret = await this.#keys.find(payload.readUInt8(1) + FIRST_YEAR);
    return secret !== undefined && isSignedWith(secret);
  }

  #today(): number {
    return Math.floor((this.#clock.now().getTime() - FIRST_DAY_MS) / DAY_MS);
  }
}
