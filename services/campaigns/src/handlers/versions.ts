import { type HttpAnswer, problem, RetryableError } from '@bulkhead/lambda-kit';

import { say } from './sentences.ts';

/** The ETag of a version. */
export const etagOf = ({ version }: { readonly version: number }) => ({ etag: `"${version}"` });

type Seen = { readonly version: number | undefined } | { readonly answer: HttpAnswer };

/** The version that a client says it has seen, from `If-Match: "3"`; `undefined` where it says nothing. */
export const versionSeen = (headers: Readonly<Record<string, string | undefined>>): Seen => {
  const given = headers['if-match'];
  if (given === undefined) return { version: undefined };
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())?.[1];
  return version === undefined ? { answer: stale() } : { version: Number(version) };
};

export const stale = (): HttpAnswer => problem({ status: 412, ...say('stale') });

/** A change must say what it is based on, or it would silently undo another one. */
export const versionMissing = (): HttpAnswer => problem({ status: 428, ...say('if_match_missing') });

/** Answers a lost race for the same version as what it is: the other change came first. */
export const unlessOvertaken = async (work: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RetryableError && error.code.endsWith('_changed')) return stale();
    throw error;
  }
};
