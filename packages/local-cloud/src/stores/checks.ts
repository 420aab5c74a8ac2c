import { ACCOUNT } from '../environment.ts';
import { isLoopbackHost, isLoopbackOrigin } from '../http/loopback.ts';
import { parseObjectUrl } from './object-url.ts';
import type { S3Check } from './s3-hook.ts';

/** fauxqs takes these for a plain PUT: the tags would become the object, the notification would be forgotten. */
const UNSUPPORTED_PUTS = ['tagging', 'notification', 'acl', 'cors', 'policy', 'versioning'];

/**
 * Refuses the pages of other sites: under a name of their own that points here they could read everything, and a form of
 * theirs could send to any topic. Objects are for the CORS rules of their bucket to judge.
 */
export const refuseOtherSites: S3Check = ({ url, headers: { host, origin } }) => {
  const isHere = isLoopbackHost(host) || isLoopbackHost(host?.replace(/^[a-z0-9.-]+\.(?=localhost)/, ''));
  const { bucket } = parseObjectUrl(url);
  const isForObject = bucket !== '' && bucket !== ACCOUNT;
  if (isHere && (isForObject || origin === undefined || isLoopbackOrigin(origin))) return undefined;

  return { status: 403, code: 'AccessDenied', message: 'Only this machine may ask, and no page of another site' };
};

/** Refuses what fauxqs would misunderstand. */
export const refuseUnsupported: S3Check = ({ method, url }) => {
  if (method !== 'PUT') return undefined;
  const { query } = parseObjectUrl(url);
  const unsupported = UNSUPPORTED_PUTS.find((name) => query.has(name));
  if (unsupported === undefined) return undefined;

  return { status: 501, code: 'NotImplemented', message: `local-cloud has no PUT ?${unsupported}` };
};

/** Holds `If-None-Match: *`, which fauxqs ignores: an object that exists is not written again. */
export const holdIfNoneMatch =
  (exists: (bucket: string, key: string) => boolean): S3Check =>
  ({ method, url, headers }) => {
    if (method !== 'PUT' || headers['if-none-match'] !== '*') return undefined;
    const { bucket, key } = parseObjectUrl(url);
    if (!exists(bucket, key)) return undefined;

    return { status: 412, code: 'PreconditionFailed', message: 'At least one of the pre-conditions did not hold' };
  };

/** Refuses a presigned URL after its time. The signature itself is not checked. */
export const refuseExpired =
  (now: () => Date): S3Check =>
  ({ url }) => {
    if (!url.includes('X-Amz-Expires')) return undefined;
    const { query } = parseObjectUrl(url);
    const signedAt = parseSigningTime(query.get('X-Amz-Date'));
    const seconds = Number(query.get('X-Amz-Expires') ?? Number.NaN);
    if (signedAt === undefined || Number.isNaN(seconds)) return undefined;
    if (now().getTime() <= signedAt.getTime() + seconds * 1_000) return undefined;

    return { status: 403, code: 'AccessDenied', message: 'Request has expired' };
  };

const parseSigningTime = (text: string | null): Date | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;

  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};
