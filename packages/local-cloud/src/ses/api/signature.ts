import type { IncomingHttpHeaders } from 'node:http';

import { Refusal } from './refusal.ts';

const CREDENTIAL = /^AWS4-HMAC-SHA256 .*Credential=([^/,\s]+)\//;
const SIGNED_AT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const LONGEST_VALIDITY_MS = 5 * 60_000;

const signedAt = (stamp: string): number => Date.parse(stamp.replace(SIGNED_AT, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Reads who signed a request. The signature itself is not verified: locally every secret is the right one.
 * @throws Refusal if the request is unsigned, or was signed more than five minutes ago.
 */
export const callerOf = (headers: IncomingHttpHeaders, now: number): string => {
  const caller = CREDENTIAL.exec(headers.authorization ?? '')?.[1];
  if (caller === undefined) {
    throw new Refusal({
      code: 'MissingAuthenticationToken',
      message: 'Missing Authentication Token',
      status: 403,
    });
  }

  const stamp = String(headers['x-amz-date'] ?? '');
  const age = now - signedAt(stamp);
  if (!(Math.abs(age) <= LONGEST_VALIDITY_MS)) {
    throw new Refusal({
      code: 'SignatureDoesNotMatch',
      message: `Signature expired: ${stamp} is more than 5 min. away from ${new Date(now).toISOString()}.`,
      status: 403,
    });
  }
  return caller;
};
