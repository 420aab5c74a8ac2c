/** What people may do, from least to most: each role includes those before it. */
export const ROLES = ['viewer', 'author', 'sender', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call a route: a role and those above it, or anyone at all, signed in or not. */
export type Access = Role | 'anyone';

/**
 * Whether a role includes another.
 * @example
 * includesRole('sender', 'author'); // true
 */
export const includesRole = (has: Role, needed: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needed);

/**
 * The highest role that these words name; words that name none are left alone.
 * @example
 * highestRole(['marketing', 'viewer', 'sender']); // 'sender'
 */
export const highestRole = (words: readonly string[]): Role | undefined =>
  ROLES.findLast((role) => words.includes(role));
