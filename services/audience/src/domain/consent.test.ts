import fc from 'fast-check';

import { type Consent, everything, exclusionOf, type Said, standingOf, whatStands } from './consent.ts';

const instants = ['2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.001Z', '2026-11-22T09:00:00.000Z'];
const word: fc.Arbitrary<Said> = fc.oneof(
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
const said = fc.array(word, { minLength: 1, maxLength: 12 });
const isOfMailbox = (reason: string) => reason === 'hard_bounce' || reason === 'complaint';
const afterAll = (facts: readonly Said[]) =>
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

it('ends with the last choice, and with the suppression of two made at once, unless the mailbox has spoken', () => {
  fc.assert(
    fc.property(said, (facts) => {
      const choices = facts.filter((fact) => !fact.isSuppressed || !isOfMailbox(fact.reason));
      const last = choices
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      const hasLeft = choices.some(({ at, isSuppressed }) => at === last && isSuppressed);

      const standing = afterAll(facts);

      expect(standing?.isSuppressed).toBe(choices.length < facts.length || hasLeft);
    }),
  );
});

it('never lets go of a complaint or an address that does not exist, whatever is chosen before or after', () => {
  fc.assert(
    fc.property(said, (facts) => {
      const verdicts = facts.flatMap((fact) => (fact.isSuppressed && isOfMailbox(fact.reason) ? [fact.reason] : []));
      fc.pre(verdicts.length > 0);

      const standing = afterAll(facts);

      expect(standing).toMatchObject({
        isSuppressed: true,
        reason: verdicts.includes('complaint') ? 'complaint' : 'hard_bounce',
      });
    }),
  );
});

it('keeps a complainer away who leaves and is brought back', () => {
  const about = { contactId: 'ada', scope: everything };

  const standing = afterAll([
    { ...about, at: '2026-11-21T10:00:00.000Z', isSuppressed: true, reason: 'complaint' },
    { ...about, at: '2026-11-22T10:00:00.000Z', isSuppressed: true, reason: 'unsubscribed' },
    { ...about, at: '2026-11-23T10:00:00.000Z', isSuppressed: false },
  ]);

  expect(standing).toMatchObject({ isSuppressed: true, reason: 'complaint', since: '2026-11-21T10:00:00.000Z' });
});

/** How others keep a copy: by the later word, of two at the same instant by the suppression. */
const copyOf = (told: readonly Consent[]): boolean =>
  told.reduce(
    (known, { at, isSuppressed }) =>
      at > known.at || (at === known.at && isSuppressed) ? { at, isSuppressed } : known,
    { at: '', isSuppressed: false },
  ).isSuppressed;

it('leaves others with the same answer, in whatever order they are told', () => {
  fc.assert(
    fc.property(said, fc.infiniteStream(fc.nat()), (facts, order) => {
      const told = facts.reduce<readonly Consent[]>((all, fact) => [...all, whatStands(all.at(-1), fact)], []);
      const shuffled = told
        .map((consent) => ({ consent, place: order.next().value ?? 0 }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ consent }) => consent);

      expect(copyOf(shuffled)).toBe(told.at(-1)?.isSuppressed);
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

it.each([
  [{ lst_1: 'unsubscribed', lst_2: undefined }, undefined, { listId: 'lst_2' }],
  [{ lst_1: undefined, lst_2: undefined }, undefined, { listId: 'lst_1' }],
  [{ lst_1: 'unsubscribed', lst_2: 'unsubscribed' }, undefined, { exclusion: 'unsubscribed' }],
  [{ lst_1: undefined, lst_2: undefined }, 'complaint', { exclusion: 'suppressed' }],
] as const)('lets a member of lists with %j and all mail %s be %j', (lists, all, standing) => {
  expect(
    standingOf(
      Object.entries(lists).map(([listId, reason]) => ({ listId, reason })),
      all,
    ),
  ).toEqual(standing);
});
