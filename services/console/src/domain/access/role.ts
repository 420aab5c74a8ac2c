/** What people and machines may do, from least to most: each role includes those before it. */
export const ROLES = ['viewer', 'author', 'sender', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The strongest role that these words name; words that name none are left alone. */
export const strongestRole = (words: readonly unknown[]): Role | undefined =>
  ROLES.findLast((role) => words.includes(role));
