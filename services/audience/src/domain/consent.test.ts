import fc from 'fast-check';

import { type Consent, everything, exclusionOf, whatStands } from './consent.ts';

const instants = ['2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.001Z', '2026-11-22T09:00:00.000Z'];
const consent: fc.Arbitrary<Consent> = fc.oneof(
  fc.record({
    contactId: fc.constant('ada'),
    scope: fc.constant(everything),
    at: fc.constantFrom(...instants),
    isSuppressed: fc.constant(true as const),
    reason: fc.constantFrom('unsubscribed' as const, 'manual' as const, 'hard_bounce' as const, 'complaint' as const),
  }),
  fc.record({
    contactId: fc.constant('ada'),
    scope: fc.constant(everything),
    at: fc.constantFrom(...instants),
    isSuppressed: fc.constant(false as const),
  }),
);
const said = fc.array(consent, { minLength: 1, maxLength: 12 });
const afterAll = (facts: readonly Consent[]) =>
  facts.reduce<Consent | undefined>((known, fact) => whatStands(known, fact), undefined);

it('comes to the same whatever the order in which it is told', () => {
  fc.assert(
    fc.property(
      said.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
      ([facts, shuffled]) => {
        expect(afterAll(shuffled)).toEqual(afterAll(facts));
      },
    ),
  );
});

it('changes nothing when it is told again', () => {
  fc.assert(
    fc.property(said, (facts) => {
      const standing = afterAll(facts);

      for (const fact of facts) expect(whatStands(standing, fact)).toBe(standing);
    }),
  );
});

it('ends with what was said last, and with the suppression of two said at once', () => {
  fc.assert(
    fc.property(said, (facts) => {
      const last = facts
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      const atLast = facts.filter(({ at }) => at === last);

      const standing = afterAll(facts);

      expect(standing?.at).toBe(last);
      expect(standing?.isSuppressed).toBe(atLast.some(({ isSuppressed }) => isSuppressed));
    }),
  );
});

it.each([
  [undefined, undefined, undefined],
  ['unsubscribed', undefined, 'unsubscribed'],
  [undefined, 'unsubscribed', 'unsubscribed'],
  ['manual', undefined, 'unsubscribed'],
  [undefined, 'hard_bounce', 'suppressed'],
  ['unsubscribed', 'complaint', 'suppressed'],
  [undefined, 'manual', 'suppressed'],
] as const)('counts a member with list %s and all mail %s as %s', (list, all, counted) => {
  expect(exclusionOf(list, all)).toBe(counted);
});
