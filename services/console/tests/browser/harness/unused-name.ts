const given = new Map<string, number>();

/** The name itself the first time, and with a number after that: a test that is repeated finds what its first try has left. */
export const unusedName = (name: string): string => {
  const times = (given.get(name) ?? 0) + 1;
  given.set(name, times);
  return times === 1 ? name : `${name} ${times}`;
};
