import { emptyBitmap, including } from './bitmap.ts';
import { bounceReasonsAt } from './bounce-reasons.ts';

const block = [
  { kind: 'bounced_transient_full', block: 0, bitmap: including(emptyBitmap, [3, 4]) },
  { kind: 'bounced_permanent', block: 0, bitmap: including(emptyBitmap, [3]) },
  { kind: 'bounced_permanent_full', block: 0, bitmap: including(emptyBitmap, [4]) },
  { kind: 'delivered', block: 0, bitmap: including(emptyBitmap, [3, 5]) },
] as const;

it('tells every reason why a mail came back, and each once', () => {
  expect(bounceReasonsAt(block, 3)).toEqual(['no_such_mailbox', 'mailbox_full']);
  expect(bounceReasonsAt(block, 4)).toEqual(['mailbox_full']);
});

it('tells none of a mail that arrived', () => {
  expect(bounceReasonsAt(block, 5)).toEqual([]);
});
