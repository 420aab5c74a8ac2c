const ROLES = ['viewer', 'author', 'sender', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody whom the local issuer knows. */
export interface Person {
  /** The `sub` of their tokens. */
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
}

/** One for each role, so that what each may and may not do can be tried. */
export const PEOPLE: readonly Person[] = [
  { sub: 'vera', name: 'Vera Viewer', role: 'viewer' },
  { sub: 'arthur', name: 'Arthur Author', role: 'author' },
  { sub: 'sena', name: 'Sena Sender', role: 'sender' },
  { sub: 'ada', name: 'Ada Administrator', role: 'administrator' },
];

export const personCalled = (sub: unknown): Person | undefined => PEOPLE.find((person) => person.sub === sub);

/** A machine that is called like a role has it; every other one may do all, as is handy on one's own machine. */
export const roleOfClient = (clientId: string): Role => ROLES.find((role) => role === clientId) ?? 'administrator';
