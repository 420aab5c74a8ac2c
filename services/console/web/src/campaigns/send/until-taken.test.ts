import { untilTaken } from './until-taken.ts';

const looksOf = async (look: (count: number) => string) => {
  const seen: string[] = [];
  const isTaken = await untilTaken('"1"', {
    look: async () => {
      const version = look(seen.length);
      seen.push(version);
      return version;
    },
    pause: async () => undefined,
  });
  return { isTaken, seen };
};

it('looks until the campaign is in another version than the one that somebody acted on', async () => {
  const { isTaken, seen } = await looksOf((count) => (count < 3 ? '"1"' : '"2"'));

  expect(isTaken).toBe(true);
  expect(seen).toEqual(['"1"', '"1"', '"1"', '"2"']);
});

it('ends where nothing comes of it, or nobody answers, and does not say that it was taken', async () => {
  const unanswered = untilTaken('"1"', { look: () => Promise.reject(new Error('gone')), pause: async () => undefined });
  const { isTaken, seen } = await looksOf(() => '"1"');

  expect([isTaken, seen.length]).toEqual([false, 20]);
  await expect(unanswered).resolves.toBe(false);
});
