import type { Clock, UnsubscribeClaim, UnsubscribeTokens } from '../application/ports.ts';
import { everything, ofList } from '../domain/consent.ts';
import { sealed, TOKENS, unsealed } from './signed-bytes.ts';

const FIRST_YEAR = 2000;
/** Version, key, expiry. */
const HEAD_BYTES = 4;
const CONTACT_BYTES = 16;
const ID = /^[A-Za-z0-9_-]{1,40}$/;

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(FIRST_YEAR, 0, 1);
/** Three years: mails are opened late, and nobody should have to ask twice. */
const DAYS_VALID = 3 * 365;

export interface SigningKeys {
  current(): Promise<{ readonly year: number; readonly secret: Buffer }>;
  find(year: number): Promise<Buffer | undefined>;
}

/**
 * Tokens: version, key, expiry, contact, list and run, then an HMAC over them, in base64url. They hold no address and can
 * be made by nobody else; one that was made for a list says nothing of another.
 */
export class HmacUnsubscribeTokens implements UnsubscribeTokens {
  readonly #keys: SigningKeys;
  readonly #clock: Clock;

  constructor(keys: SigningKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async signer(): Promise<(claim: UnsubscribeClaim) => string> {
    const { year, secret } = await this.#keys.current();
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(TOKENS.unsubscribe, 0);
    head.writeUInt8(year - FIRST_YEAR, 1);
    head.writeUInt16BE(this.#today() + DAYS_VALID, 2);
    return (claim) => sealed(Buffer.concat([head, encode(claim)]), secret);
  }

  async verify(token: string): Promise<UnsubscribeClaim | undefined> {
    const payload = await this.#genuine(token);
    if (payload === undefined || payload.readUInt16BE(2) < this.#today()) return undefined;
    return decode(payload.subarray(HEAD_BYTES));
  }

  /** What was signed, if we signed it. */
  async #genuine(token: string): Promise<Buffer | undefined> {
    const { payload, isSignedWith } = unsealed(token);
    if (payload.length <= HEAD_BYTES || payload.readUInt8(0) !== TOKENS.unsubscribe) return undefined;
    const secret = await this.#keys.find(payload.readUInt8(1) + FIRST_YEAR);
    return secret !== undefined && isSignedWith(secret) ? payload : undefined;
  }

  #today(): number {
    return Math.floor((this.#clock.now().getTime() - FIRST_DAY_MS) / DAY_MS);
  }
}

const encode = ({ contactId, scope, runId }: UnsubscribeClaim): Buffer =>
  Buffer.concat([
    Buffer.from(contactId, 'base64url'),
    withLength(scope.kind === 'list' ? scope.listId : ''),
    withLength(runId),
  ]);

const withLength = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')]);

const decode = (payload: Buffer): UnsubscribeClaim | undefined => {
  const contactId = payload.subarray(0, CONTACT_BYTES).toString('base64url');
  const listId = textAt(payload, CONTACT_BYTES);
  const runId = textAt(payload, 1 + CONTACT_BYTES + listId.length);
  if (payload.length !== 2 + CONTACT_BYTES + listId.length + runId.length || !ID.test(runId)) return undefined;
  return { contactId, runId, scope: listId === '' ? everything : ofList(listId) };
};

const textAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at + 1, at + 1 + (bytes[at] ?? 0));
