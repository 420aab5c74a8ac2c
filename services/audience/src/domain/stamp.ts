/** When something was said: the instant of the occasion and, where one occasion says much, the place within it. */
export interface Stamp {
  readonly at: string;
  readonly position: number;
}

/** Positive if `one` was said after `other`, 0 if they were said together. */
export const compareStamps = (one: Stamp, other: Stamp): number => {
  if (one.at !== other.at) return one.at > other.at ? 1 : -1;
  return one.position - other.position;
};
