import { createHmac, timingSafeEqual } from 'node:crypto';

import type { UnsubscribeClaim, UnsubscribeTokens } from '../application/ports.ts';
import { everything, ofList } from '../domain/consent.ts';

const VERSION = 1;
const CONTACT_BYTES = 16;
const SIGNATURE_BYTES = 16;
const LONGEST_TOKEN = 200;
const ID = /^[A-Za-z0-9_-]{1,40}$/;

interface SigningKey {
  get(): Promise<Buffer>;
}

/**
 * Tokens: version, contact, list and run, then an HMAC over them, in base64url. They hold no address, never expire (a mail
 * may be opened years later) and can be made by nobody else.
 */
export class HmacUnsubscribeTokens implements UnsubscribeTokens {
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    this.#key = key;
  }

  async signer(): Promise<(claim: UnsubscribeClaim) => string> {
    const key = await this.#key.get();
    return (claim) => {
      const payload = encode(claim);
      return Buffer.concat([payload, signatureOf(payload, key)]).toString('base64url');
    };
  }

  async verify(token: string): Promise<UnsubscribeClaim | undefined> {
    if (token.length > LONGEST_TOKEN || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    // base64url has several spellings of the same bytes; only ours is a token.
    if (bytes.toString('base64url') !== token || bytes.length <= SIGNATURE_BYTES) return undefined;
    const payload = bytes.subarray(0, -SIGNATURE_BYTES);
    const expected = signatureOf(payload, await this.#key.get());
    return timingSafeEqual(bytes.subarray(-SIGNATURE_BYTES), expected) ? decode(payload) : undefined;
  }
}

const signatureOf = (payload: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', key).update(payload).digest().subarray(0, SIGNATURE_BYTES);

const encode = ({ contactId, scope, runId }: UnsubscribeClaim): Buffer =>
  Buffer.concat([
    Buffer.of(VERSION),
    Buffer.from(contactId, 'base64url'),
    withLength(scope.kind === 'list' ? scope.listId : ''),
    withLength(runId),
  ]);

const withLength = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')]);

const decode = (payload: Buffer): UnsubscribeClaim | undefined => {
  const [version] = payload;
  const contactId = payload.subarray(1, 1 + CONTACT_BYTES).toString('base64url');
  const listId = textAt(payload, 1 + CONTACT_BYTES);
  const runId = textAt(payload, 2 + CONTACT_BYTES + listId.length);
  const length = 3 + CONTACT_BYTES + listId.length + runId.length;
  if (version !== VERSION || payload.length !== length || !ID.test(runId)) return undefined;
  return { contactId, runId, scope: listId === '' ? everything : ofList(listId) };
};

const textAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at + 1, at + 1 + (bytes[at] ?? 0));
