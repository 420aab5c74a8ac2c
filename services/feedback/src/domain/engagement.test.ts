import { positionsIn } from './bitmap.ts';
import { engagementMarkOf, isWorthFolding } from './engagement.ts';
import { bitmapsOf } from './marked.ts';
import type { Outcome } from './outcome.ts';

const outcome = (kind: Outcome['kind'], chunk: number, offset: number): Outcome => ({
  kind,
  runId: 'run_1',
  chunk,
  offset,
  messageId: 'mail-1',
  at: new Date(0),
});
const known = { links: ['https://books.example/'], instantMs: 5_000 };
const marks = (count: number, block = 0) =>
  Array.from({ length: count }, (_, position) => ({ kind: 'opened', visitor: 'person', block, position }) as const);

describe('a mark', () => {
  it('says where the bit of whoever opened or clicked is', () => {
    expect(engagementMarkOf(outcome('clicked', 8, 5), known)).toEqual({
      kind: 'clicked',
      visitor: 'person',
      hour: 0,
      block: 1,
      position: 1_005,
    });
  });

  it.each(['sent', 'delivered', 'bounced_permanent', 'complained'] as const)('is not made of %s', (kind) => {
    expect(engagementMarkOf(outcome(kind, 0, 0), known)).toBeUndefined();
  });
});

describe('marks', () => {
  it('make one bitmap for each kind and block', () => {
    const made = bitmapsOf([
      { kind: 'opened', visitor: 'person', block: 0, position: 3 },
      { kind: 'opened', visitor: 'person', block: 2, position: 1 },
      { kind: 'clicked', visitor: 'person', block: 0, position: 3 },
      { kind: 'opened', visitor: 'person', block: 0, position: 6_999 },
    ]);

    expect(made.map(({ kind, block, bitmap }) => [kind, block, [...positionsIn(bitmap)]])).toEqual([
      ['opened', 0, [3, 6_999]],
      ['opened', 2, [1]],
      ['clicked', 0, [3]],
    ]);
  });

  it.each([
    ['none', [], false],
    ['47 of one bitmap', marks(47), false],
    ['48 of one bitmap', marks(48), true],
    ['95 of two bitmaps', [...marks(90), ...marks(5, 1)], false],
    ['96 of two bitmaps', [...marks(90), ...marks(6, 1)], true],
  ])('are worth folding when there are 48 to a bitmap: %s', (_, given, isWorth) => {
    expect(isWorthFolding(given)).toBe(isWorth);
  });
});
