import fc from 'fast-check';

import { VirtualClock } from '../testing/virtual-clock.ts';
import { Tokens } from '../tokens.ts';
import { heartbeat } from './task-limits.ts';

const SECONDS = 30;

it('loses a heartbeat exactly when nothing was heard for that long, whatever the beats before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 12 }), async (pauses) => {
      const clock = new VirtualClock();
      const tokens = new Tokens(clock);
      const task = tokens.open();
      let lostAtMs: number | undefined;
      const watch = heartbeat(clock, { task, seconds: SECONDS }, new AbortController().signal).catch(() => {
        lostAtMs = clock.now();
      });

      for (const pause of pauses) {
        await clock.advance(pause);
        if (lostAtMs === undefined) tokens.heartbeat(task.token);
      }
      await clock.advance(SECONDS * 1_000);
      await watch;

      const firstTooLong = pauses.findIndex((pause) => pause >= SECONDS * 1_000);
      const heard = firstTooLong === -1 ? pauses : pauses.slice(0, firstTooLong);
      expect(lostAtMs).toBe(heard.reduce((sum, pause) => sum + pause, 0) + SECONDS * 1_000);
    }),
    { numRuns: 50 },
  );
});
