import { emptyBitmap, including } from './bitmap.ts';
import type { BounceKind } from './bounce.ts';
import { bouncesByCategory } from './bounce-figures.ts';
import { tally } from './tally.ts';

const having = (kind: BounceKind, block: number, ...positions: readonly number[]) => ({
  kind,
  block,
  bitmap: including(emptyBitmap, positions),
});

describe('bounces by reason', () => {
  it('count each recipient once, in all blocks, for good and for now, the most frequent reason first', () => {
    const happened = [
      having('bounced_permanent', 0, 1),
      having('bounced_transient_full', 0, 2, 3),
      having('bounced_permanent_full', 0, 3),
      having('bounced_transient_full', 1, 2),
    ];

    expect(bouncesByCategory(happened)).toEqual([
      { category: 'mailbox_full', recipients: 3 },
      { category: 'no_such_mailbox', recipients: 1 },
    ]);
  });

  it('are none where nothing came back', () => {
    expect(bouncesByCategory([])).toEqual([]);
  });
});

describe('what SES holds back by the list of the account', () => {
  it('came back, and is not held against the sender again', () => {
    const happened = [having('bounced_suppressed', 0, 5), having('bounced_permanent', 0, 6)];

    expect(tally(happened)).toMatchObject({ bounced: 2, hardBounced: 1 });
  });
});
