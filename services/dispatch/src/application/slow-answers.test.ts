import { World } from '../testing/world.ts';

/** As on a laptop that does everything at once. */
describe.each([
  { rate: 14, tripMs: 200 },
  { rate: 20, tripMs: 250 },
  { rate: 200, tripMs: 150 },
])('at $rate a second, where every call takes $tripMs ms', ({ rate, tripMs }) => {
  it('a wave comes to its end, and most slots are used', async () => {
    const chunks = [100, 500, 3];
    const recipients = chunks.reduce((sum, size) => sum + size);
    const world = new World({
      chunks,
      quota: { maxSendRate: rate, max24HourSend: -1 },
      timeoutMs: 30_000,
      fates: () => ({ thereMs: tripMs / 2, backMs: tripMs / 2 }),
    });
    const start = world.time.now();
    await world.finish(world.release());

    expect(await world.drain({ senders: 4, hours: 1 })).toBe(true);
    expect(world.ses.accepted.size).toBe(recipients);
    expect(world.meters.get('SlotsWasted')).toBeLessThan(recipients);
    expect(world.time.now() - start).toBeLessThan((recipients / rate) * 2_000 + 15_000);
  });
});
