import { inOrder } from './in-order.ts';

const all = async <Thing>(things: AsyncIterable<Thing>): Promise<readonly Thing[]> => {
  const found: Thing[] = [];
  for await (const thing of things) found.push(thing);
  return found;
};

describe('work in order', () => {
  it('gives the answers in the order of the things, whoever is ready first', async () => {
    const hurdles = [3, 0, 2, 1, 0];
    const slowly = async (n: number) => {
      for (let pause = hurdles[n] ?? 0; pause > 0; pause -= 1) await Promise.resolve();
      return n;
    };

    expect(await all(inOrder([0, 1, 2, 3, 4], 2, slowly))).toEqual([0, 1, 2, 3, 4]);
  });

  it('begins no more than it was told to, before the first answer is taken', async () => {
    const begun: number[] = [];
    const answers = inOrder([0, 1, 2, 3, 4, 5], 2, async (n) => begun.push(n));

    await answers.next();

    expect(begun).toEqual([0, 1, 2]);
  });

  it('fails in turn', async () => {
    const answers = inOrder([0, 1, 2], 2, async (n) => {
      if (n === 1) throw new Error('broken');
      return n;
    });

    expect((await answers.next()).value).toBe(0);
    await expect(answers.next()).rejects.toThrow('broken');
  });
});
