/** A key that tokens are signed with: what its life depends on. */
export interface SigningKeyLife {
  /** Counts up; the first key of a stage is 1. */
  readonly number: number;
  readonly madeAt: Date;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a token is good. */
export const TOKEN_LIFE_MS = 15 * MINUTE_MS;
/** How long a key signs before the next one is made. */
const SIGNS_FOR_MS = 90 * DAY_MS;
/** API Gateway reads our keys again after two hours at the latest: nothing is signed with a key that somebody may not have read. */
const KNOWN_AFTER_MS = DAY_MS;
/** After its last token a key stays published for clocks that differ, and for functions that signed with it a little longer. */
const MARGIN_MS = HOUR_MS;

/** The first key signs at once: nobody can have read our keys before there was one. */
const signsFrom = ({ number, madeAt }: SigningKeyLife): number =>
  number === 1 ? madeAt.getTime() : madeAt.getTime() + KNOWN_AFTER_MS;

const byNumber = <Key extends SigningKeyLife>(keys: readonly Key[]): readonly Key[] =>
  keys.toSorted((a, b) => a.number - b.number);

/** The number of the key to be made now, if one is due. */
export const nextKeyDue = (keys: readonly SigningKeyLife[], now: Date): number | undefined => {
  const newest = byNumber(keys).at(-1);
  if (newest === undefined) return 1;
  return now.getTime() >= signsFrom(newest) + SIGNS_FOR_MS ? newest.number + 1 : undefined;
};

/** The key to sign with now; `undefined` if there is none at all. */
export const keyInUse = <Key extends SigningKeyLife>(keys: readonly Key[], now: Date): Key | undefined => {
  const inOrder = byNumber(keys);
  return inOrder.findLast((key) => signsFrom(key) <= now.getTime()) ?? inOrder[0];
};

const isOver = (successor: SigningKeyLife | undefined, now: Date): boolean =>
  successor !== undefined && now.getTime() >= signsFrom(successor) + TOKEN_LIFE_MS + MARGIN_MS;

/** The keys that tokens may still be verified with: the one in use, the next one, and the last one until its tokens are over. */
export const publishedKeys = <Key extends SigningKeyLife>(keys: readonly Key[], now: Date): readonly Key[] => {
  const inOrder = byNumber(keys);
  return inOrder.filter((_, index) => !isOver(inOrder[index + 1], now));
};

/** The keys that nobody needs any more. */
export const finishedKeys = <Key extends SigningKeyLife>(keys: readonly Key[], now: Date): readonly Key[] => {
  const published = publishedKeys(keys, now);
  return keys.filter((key) => !published.includes(key));
};
