import fc from 'fast-check';

import { createSlots } from './slots.ts';

describe('slots', () => {
  it('never gives more places than there are, and every taker gets one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.scheduler(), async (size, scheduler) => {
        const slots = createSlots(size);
        let most = 0;
        let served = 0;
        const work = async (name: string) => {
          const release = await slots.take();
          most = Math.max(most, slots.taken());
          await scheduler.schedule(Promise.resolve(), name);
          served += 1;
          release();
          release();
        };

        const all = Promise.all(Array.from({ length: 12 }, (_, n) => work(`taker ${n}`)));
        await scheduler.waitFor(all);
        await slots.allFree();

        expect(most).toBeLessThanOrEqual(size);
        expect(served).toBe(12);
        expect(slots.taken()).toBe(0);
      }),
    );
  });
});
