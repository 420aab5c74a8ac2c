import { recount } from './recount.ts';

it('counts exactly what is counted by hand, of 5,000 recipients whose events come one to three times in any order', async () => {
  const { folded, byHand, events } = await recount(5_000);
  const { links, ...counts } = byHand;

  expect(events).toBeGreaterThan(20_000);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  expect(Object.values(links)).toHaveLength(12);
  expect(folded).toMatchObject(byHand);
  expect(folded.links).toEqual(links);
}, 60_000);
