interface Answer {
  /** The newest first. */
  readonly ids: readonly string[];
  /** Whether there are older ones that it does not hold. */
  readonly isCut: boolean;
}

interface NewestOf {
  readonly ids: readonly string[];
  readonly isLast: boolean;
}

/**
 * One page out of several answers, the newest first. What is older than where an answer was cut comes with a later page:
 * others may lie between. What went from one answer to another while they were given is in both, and comes once.
 */
export const newestOf = (answers: readonly Answer[], limit: number): NewestOf => {
  const reach = answers.flatMap(({ ids, isCut }) => (isCut ? ids.slice(-1) : [])).reduce(later, '');
  const all = [...new Set(answers.flatMap(({ ids }) => ids))].toSorted((one, other) => (one < other ? 1 : -1));
  const ids = all.filter((id) => id >= reach).slice(0, limit);
  return { ids, isLast: ids.length === all.length && answers.every(({ isCut }) => !isCut) };
};

const later = (one: string, other: string): string => (one > other ? one : other);
