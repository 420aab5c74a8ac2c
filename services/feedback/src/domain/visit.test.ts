import type { Outcome } from './outcome.ts';
import { type Visit, visitorOf } from './visit.ts';

const outcome = (kind: Outcome['kind'], visit?: Visit): Outcome => ({
  kind,
  runId: 'run_1',
  chunk: 0,
  offset: 0,
  messageId: 'mail-1',
  at: new Date(0),
  ...(visit && { visit }),
});
const came = (afterMs: number, isByKnownMachine = false): Visit => ({ afterMs, isByKnownMachine });

it.each([
  ['clicked', came(3_600_000), 'person'],
  ['clicked', came(60_000), 'person'],
  ['clicked', came(59_999), 'hasty'],
  ['clicked', came(5_000), 'hasty'],
  ['clicked', came(4_999), 'machine'],
  ['clicked', came(3_600_000, true), 'machine'],
  ['clicked', undefined, 'person'],
  ['opened', came(5_000), 'person'],
  ['opened', came(4_999), 'machine'],
  ['opened', came(-50), 'machine'],
  ['opened', came(5_000, true), 'machine'],
] as const)('takes who %s like this: %j for a %s', (kind, visit, visitor) => {
  expect(visitorOf(outcome(kind, visit), 5_000)).toBe(visitor);
});

it('takes nobody for a machine for being quick where people are', () => {
  expect(visitorOf(outcome('opened', came(-50)), 0)).toBe('person');
});
