/** Does the same work for many things, a few of them at a time. The answers come in the order of the things. */
export const inParallel = async <Thing, Answer>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const answers = new Map<number, Answer>();
  const queue = things.entries();
  const worker = async () => {
    for (const [n, thing] of queue) answers.set(n, await work(thing));
  };

  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
};
