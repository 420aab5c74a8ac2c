import { untilTaken } from './until-taken.ts';

const looksOf = async (look: (count: number) => string) => {
  const seen: string[] = [];
  await untilTaken('"1"', {
    look: async () => {
      const version = look(seen.length);
      seen.push(version);
      return version;
    },
    pause: async () => undefined,
  });
  return seen;
};

it('looks until the campaign is in another version than the one that somebody acted on', async () => {
  expect(await looksOf((count) => (count < 3 ? '"1"' : '"2"'))).toEqual(['"1"', '"1"', '"1"', '"2"']);
});

it('ends where nothing comes of it, or nobody answers', async () => {
  const refused = untilTaken('"1"', { look: () => Promise.reject(new Error('gone')), pause: async () => undefined });

  expect((await looksOf(() => '"1"')).length).toBe(20);
  await expect(refused).resolves.toBeUndefined();
});
