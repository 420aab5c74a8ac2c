const LOOK_MS = 1_000;
const TAKEN_MS = 20_000;

/**
 * How often to look at a run that was told something: it does so a moment later, and one that is over is not looked at any more.
 * @param askedAt when it was told; undefined where it was not, or refused
 */
export const paceAfter = (askedAt: number | undefined, now: number): number | false =>
  askedAt !== undefined && now - askedAt < TAKEN_MS ? LOOK_MS : false;
