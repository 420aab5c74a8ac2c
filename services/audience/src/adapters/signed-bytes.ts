import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE_BYTES = 16;
const LONGEST_TOKEN = 200;

/** The first byte of a token says what it is for; it is signed with the rest, so none passes for another. */
export const TOKENS = { unsubscribe: 2, confirmation: 3, check: 4 } as const;

/** What was signed, behind it the first half of an HMAC over it, in base64url. */
export const sealed = (payload: Buffer, secret: Buffer): string =>
  Buffer.concat([payload, signatureOf(payload, secret)]).toString('base64url');

interface Unsealed {
  readonly payload: Buffer;
  readonly isSignedWith: (secret: Buffer) => boolean;
}

/** The signed part of a token, whoever signed it; empty for what is none. Only our own spelling of the bytes is one: base64url has several. */
export const unsealed = (token: string): Unsealed => {
  const bytes = bytesOf(token);
  const payload = bytes.subarray(0, Math.max(0, bytes.length - SIGNATURE_BYTES));
  const isSignedWith = (secret: Buffer): boolean =>
    payload.length > 0 && timingSafeEqual(bytes.subarray(-SIGNATURE_BYTES), signatureOf(payload, secret));
  return { payload, isSignedWith };
};

const bytesOf = (token: string): Buffer => {
  if (token.length > LONGEST_TOKEN || !/^[A-Za-z0-9_-]+$/.test(token)) return Buffer.alloc(0);
  const bytes = Buffer.from(token, 'base64url');
  return bytes.toString('base64url') === token ? bytes : Buffer.alloc(0);
};

const signatureOf = (payload: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', key).update(payload).digest().subarray(0, SIGNATURE_BYTES);
