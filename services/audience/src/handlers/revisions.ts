import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

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

export const stale = (): HttpAnswer =>
  problem({
    status: 412,
    code: 'stale',
    detail: 'Somebody has changed this meanwhile. Read it again, then repeat your change with its ETag in If-Match.',
  });

const revisionMissing = (): HttpAnswer =>
  problem({
    status: 428,
    code: 'if_match_missing',
    detail: 'Send the ETag of what you have read in If-Match.',
  });
