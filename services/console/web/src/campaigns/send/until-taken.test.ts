import { untilTaken } from './until-taken.ts';

const looksOf = async (look: (count: number) => string) => {
  const seen: string[] = [];
  const taken = await untilTaken('"1"', {
    look: async () => {
      const version = look(seen.length);
      seen.push(version);
      return { version };
    },
    pause: async () => undefined,
  });
  return { taken, seen };
};

it('looks until the campaign is in another version than the one that somebody acted on, and answers what it is then', async () => {
  const { taken, seen } = await looksOf((count) => (count < 3 ? '"1"' : '"2"'));

  expect(taken).toEqual({ version: '"2"' });
  expect(seen).toEqual(['"1"', '"1"', '"1"', '"2"']);
});

it('ends where nothing comes of it, or nobody answers, and does not say that it was taken', async () => {
  const unanswered = untilTaken('"1"', { look: () => Promise.reject(new Error('gone')), pause: async () => undefined });
  const { taken, seen } = await looksOf(() => '"1"');

  expect(taken).toBeUndefined();
  expect(seen.length).toBe(20);
  await expect(unanswered).resolves.toBeUndefined();
});
