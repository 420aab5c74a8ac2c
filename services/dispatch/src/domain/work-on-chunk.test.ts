import { offsetsOf } from './bitmap.ts';
import { type ChunkState, countsOf, pendingOf, untouchedChunk } from './chunk-state.ts';
import { acquire, claim, close, settle } from './work-on-chunk.ts';

const margins = { networkMs: 60_000, skewMs: 2_000 };
const nothing = { accepted: [], refused: [], released: [], unknown: [] };
const fresh = untouchedChunk(10, 'content');
const held = (chunk: ChunkState = fresh, deadline = 1_000) =>
  acquire(chunk, { owner: 'a', deadline, wave: 1, tick: 0 }, margins);
const offsets = (chunk: ChunkState) => ({
  pending: offsetsOf(pendingOf(chunk)),
  claimed: offsetsOf(chunk.claimed),
  accepted: offsetsOf(chunk.accepted),
  unknown: offsetsOf(chunk.unknown),
  left: offsetsOf(chunk.left),
});

describe('acquire', () => {
  it('makes doubt of claims that the last owner left open, quiet only after his own deadline', () => {
    const abandoned = claim(held(fresh, 5_000), [1, 2], 5_000);

    const taken = acquire(abandoned, { owner: 'b', deadline: 90_000, wave: 1, tick: 0 }, margins);

    expect(offsets(taken)).toMatchObject({ claimed: [], unknown: [1, 2] });
    expect(taken.quietAt).toBe(65_000);
  });

  it('lets the instant of quiet only grow', () => {
    const abandoned = { ...claim(held(), [1], 5_000), quietAt: 1_000_000 };

    expect(held(abandoned).quietAt).toBe(1_000_000);
  });
});

describe('settle', () => {
  it('sorts claimed offsets by their answers', () => {
    const claimed = claim(held(), [0, 1, 2, 3], 1_000);

    const settled = settle(claimed, { accepted: [0], refused: [1], released: [2], unknown: [3] }, margins.networkMs);

    expect(countsOf(settled)).toMatchObject({ accepted: 1, refused: 1, unknown: 1, claimed: 0, pending: 7 });
    expect(offsets(settled).unknown).toEqual([3]);
    expect(settled.quietAt).toBe(61_000);
  });

  it('leaves claims open whose answers are still to come, also of an older batch', () => {
    const claimed = claim(claim(held(), [0, 1], 1_000), [2, 3], 1_000);

    const settled = settle(claimed, { ...nothing, accepted: [1, 3] }, margins.networkMs);

    expect(offsets(settled)).toMatchObject({ accepted: [1, 3], claimed: [0, 2], unknown: [] });
    expect(settled.quietAt).toBe(0);
  });

  it('decides nothing about what was not claimed', () => {
    const claimed = claim(held(), [0], 1_000);

    expect(offsets(settle(claimed, { ...nothing, accepted: [0, 5] }, 0)).accepted).toEqual([0]);
  });

  it('doubts rather than believes two answers about one', () => {
    const claimed = claim(held(), [0], 1_000);

    expect(offsets(settle(claimed, { accepted: [0], refused: [0], released: [0], unknown: [0] }, 0)).unknown).toEqual([
      0,
    ]);
  });
});

describe('claim', () => {
  it('takes only pending offsets', () => {
    const settled = settle(claim(held(), [0, 1], 1_000), { ...nothing, accepted: [0], unknown: [1] }, 0);

    expect(offsets(claim(settled, [0, 1, 2], 2_000)).claimed).toEqual([2]);
  });
});

describe('close', () => {
  const doubtful = settle(claim(held(), [4], 1_000), { ...nothing, unknown: [4] }, 0);

  it('keeps doubt for the final wave', () => {
    const closed = close(doubtful, { final: false });

    expect([offsets(closed).unknown, closed.shutWave, closed.owner]).toEqual([[4], 1, '']);
  });

  it('does not close over doubt in the final wave: nobody would settle it', () => {
    expect(close(doubtful, { final: true })).toBe(doubtful);
  });

  it('does not close over open claims', () => {
    const claimed = claim(held(), [4], 1_000);

    expect(close(claimed, { final: true })).toBe(claimed);
  });
});
