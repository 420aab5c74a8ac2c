/** Does the same work for many things, some of them ahead, and gives the answers in the order of the things. Holds no more than those ahead. */
export async function* inOrder<Thing, Answer>(
  things: Iterable<Thing>,
  ahead: number,
  work: (thing: Thing) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const begun: Promise<Answer>[] = [];
  for (const thing of things) {
    const answer = work(thing);
    // Whoever fails is heard in turn; until then nobody listens.
    answer.catch(() => {});
    begun.push(answer);
    if (begun.length > ahead) yield* begun.splice(0, 1);
  }
  yield* begun;
}
