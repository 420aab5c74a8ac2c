/**
 * Works on many things, some of them at a time; answers in their order. The first failure is the failure of all.
 *
 * @example
 * const sizes = await atOnce(8, names, (name) => sizeOf(name));
 */
export const atOnce = async <Thing, Done>(
  most: number,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Done>,
): Promise<readonly Done[]> => {
  const done: Done[] = [];
  const waiting = things.entries();
  const worker = async () => {
    for (const [n, thing] of waiting) done[n] = await work(thing);
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, worker));
  return done;
};
