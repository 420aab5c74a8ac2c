/** What people may do; each role includes those before it. */
export const ROLES = ['viewer', 'author', 'sender', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const isRole = (word: unknown): word is Role => ROLES.some((role) => role === word);

export const includes = (mine: Role | undefined, needed: Role): boolean =>
  mine !== undefined && ROLES.indexOf(mine) >= ROLES.indexOf(needed);

/** The highest role that the claims of an access token give. The services decide for themselves; this is to show what will be allowed. */
export const roleOf = (claims: Readonly<Record<string, unknown>>): Role | undefined => {
  const groups = [claims['cognito:groups'], claims['groups']].flat().filter(isRole);
  return ROLES.findLast((role) => groups.includes(role));
};

/** Reads the claims of a token without verifying it: it is ours, and only shown. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> => {
  const [, payload = ''] = token.split('.');
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
};
