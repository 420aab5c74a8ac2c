import type { ConfirmationTokens } from '../../application/forms/ports.ts';
import type { Clock } from '../../application/ports.ts';
import { sealed, TOKENS, unsealed } from '../signed-bytes.ts';

const FIRST_YEAR = 2000;
/** What it is for, the key, the expiry in seconds, the id without its prefix. */
const BYTES = 22;
const ID = /^cnf_([0-9a-f]{32})$/;

interface SigningKeys {
  current(): Promise<{ readonly year: number; readonly secret: Buffer }>;
  find(year: number): Promise<Buffer | undefined>;
}

/** Tokens of confirmation links: which submission, until when. They hold nothing of a person, and no other link's token passes for one. */
export class HmacConfirmationTokens implements ConfirmationTokens {
  readonly #keys: SigningKeys;
  readonly #clock: Clock;

  constructor(keys: SigningKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async sign(confirmationId: string, expiresAt: string): Promise<string> {
    const { year, secret } = await this.#keys.current();
    const payload = Buffer.alloc(BYTES);
    payload.writeUInt8(TOKENS.confirmation, 0);
    payload.writeUInt8(year - FIRST_YEAR, 1);
    payload.writeUInt32BE(secondsOf(Date.parse(expiresAt)), 2);
    payload.write(ID.exec(confirmationId)?.[1] ?? '', 6, 'hex');
    return sealed(payload, secret);
  }

  async verify(token: string): Promise<string | undefined> {
    const { payload, isSignedWith } = unsealed(token);
    if (payload.length !== BYTES || payload.readUInt8(0) !== TOKENS.confirmation) return undefined;
    const secret = await this.#keys.find(payload.readUInt8(1) + FIRST_YEAR);
    if (secret === undefined || !isSignedWith(secret)) return undefined;
    if (payload.readUInt32BE(2) < secondsOf(this.#clock.now().getTime())) return undefined;
    return `cnf_${payload.toString('hex', 6)}`;
  }
}

const secondsOf = (ms: number): number => Math.floor(ms / 1_000);
