import { countsOf } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import { RUN, World } from '../testing/world.ts';

describe('a sender that SES throttles', () => {
  it('goes on although nobody answers that everybody slows down: the next throttled mail says so again', async () => {
    const fates: Fates = ({ place, count }) => (place === 'governor.change' && count === 1 ? { lost: 'before' } : {});
    let arrived = 0;
    const world = new World({
      chunks: [200],
      fates,
      ses: () => {
        arrived += 1;
        return arrived % 60 === 0 ? { kind: 'throttled' } : { kind: 'accepted' };
      },
    });
    await world.finish(world.release());

    expect(await world.finish(world.send())).toBe('finished');

    const ledger = world.store.ledgers.get(`${RUN.runId}/0`);
    expect(ledger && countsOf(ledger)).toMatchObject({ accepted: 200, unknown: 0 });
    expect(world.store.governor?.everyMs).toBeGreaterThan(10);
  });
});
