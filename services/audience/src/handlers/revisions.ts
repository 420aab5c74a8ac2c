import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';
import { say } from './sentences.ts';

/** The ETag of a revision. */
export const etagOf = ({ revision }: { readonly revision: number }) => ({ etag: `"${revision}"` });

type Seen = { readonly revision: number } | { readonly answer: HttpAnswer };

/** The revision that a client says it has seen, from `If-Match: "3"`. A change must say what it is based on, or it would silently undo another one. */
export const revisionSeen = (headers: Readonly<Record<string, string | undefined>>): Seen => {
  const given = headers['if-match'];
  if (given === undefined) return { answer: revisionMissing() };
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())?.[1];
  return revision === undefined ? { answer: stale() } : { revision: Number(revision) };
};

export const stale = (): HttpAnswer => problem({ status: 412, ...say('stale') });

const revisionMissing = (): HttpAnswer => problem({ status: 428, ...say('if_match_missing') });
