import fc from 'fast-check';

import {
  isForgiven,
  isOfMailbox,
  type Mailings,
  MOST_MAILINGS,
  rowOf,
  type SoftBounceRule,
  withBounce,
  withMailing,
} from './soft-bounces.ts';

const START = Date.parse('2026-11-01T10:00:00.000Z');
const HOUR = 3_600_000;
const hours = (n: number): string => new Date(START + n * HOUR).toISOString();
const rule: SoftBounceRule = { inARow: 5, overDays: 7 };

/** A run that somebody was in: when, and whether its mail came back, and for whose sake. */
interface Played {
  readonly hour: number;
  readonly end: 'arrived' | 'soft' | 'other';
}
const played = fc.uniqueArray(
  fc.record<Played>({ hour: fc.nat(30 * 24), end: fc.constantFrom('arrived', 'soft', 'soft', 'soft', 'other') }),
  { selector: ({ hour }) => hour, maxLength: MOST_MAILINGS },
);

type Told = (known: Mailings) => Mailings;

/** All that is told of a run: that it took somebody in, and that the mail came back within half a day. */
const toldOf = ({ hour, end }: Played): readonly Told[] => {
  const run = { runId: `run_${hour}` };
  const mailing: Told = (known) => withMailing(known, { ...run, at: hours(hour) });
  if (end === 'arrived') return [mailing];
  const bounce = { ...run, at: hours(hour + (hour % 12)), isOfMailbox: end === 'soft' };
  return [mailing, (known) => withBounce(known, bounce)];
};
const after = (told: readonly Told[]): Mailings => told.reduce<Mailings>((known, tell) => tell(known), []);

/** Rows, counted as a person would. */
const hasRow = (runs: readonly Played[]): boolean => {
  const inTurn = runs.filter(({ end }) => end !== 'other').toSorted((one, other) => one.hour - other.hour);
  return inTurn.some((_, n) => {
    const arrived = inTurn.findIndex(({ end }, at) => at >= n && end === 'arrived');
    const row = inTurn.slice(n, arrived < 0 ? undefined : arrived);
    const bounced = row.map(({ hour }) => hour + (hour % 12));
    return row.length >= rule.inARow && Math.max(...bounced) - Math.min(...bounced) >= rule.overDays * 24;
  });
};

describe('what is known of somebody’s mails', () => {
  it('is the same in whatever order and however often it is told', () => {
    const shuffled = played.chain((runs) => {
      const told = runs.flatMap(toldOf);
      const again = fc.shuffledSubarray(told);
      return fc.record({
        told: fc.constant(told),
        otherwise: fc.tuple(fc.shuffledSubarray(told, { minLength: told.length }), again).map((both) => both.flat()),
      });
    });
    fc.assert(fc.property(shuffled, ({ told, otherwise }) => expect(after(otherwise)).toEqual(after(told))));
  });

  it('is left as it is by what was told before', () => {
    fc.assert(
      fc.property(played, (runs) => {
        const known = after(runs.flatMap(toldOf));

        expect(runs.flatMap(toldOf).every((tell) => tell(known) === known)).toBe(true);
      }),
    );
  });

  it('has an end', () => {
    const told = Array.from({ length: 50 }, (_, n) => toldOf({ hour: n, end: 'soft' })).flat();

    expect(after(told)).toHaveLength(MOST_MAILINGS);
    expect(after(told).at(-1)).toMatchObject({ runId: 'run_49' });
  });
});

describe('a row', () => {
  it('is found where a person would find one, and nowhere else', () => {
    fc.assert(
      fc.property(played, (runs) => {
        expect(rowOf(after(runs.flatMap(toldOf)), rule) !== undefined).toBe(hasRow(runs));
      }),
      { numRuns: 500 },
    );
  });

  it('never grows less by hearing of another bounce', () => {
    const another = fc.record({ hour: fc.nat(30 * 24), end: fc.constant('soft' as const) });
    fc.assert(
      fc.property(played, another, (runs, more) => {
        const known = after(runs.slice(1).flatMap(toldOf));
        const [, bounce] = toldOf(more);

        expect(rowOf(known, rule) === undefined || rowOf(bounce?.(known) ?? [], rule) !== undefined).toBe(true);
      }),
    );
  });

  it.each([
    ['four mails in two weeks', [0, 100, 200, 336], undefined],
    ['five mails in a day', [0, 5, 10, 15, 20], undefined],
    ['five mails in a week', [0, 40, 80, 120, 168], { bounces: 5, at: hours(168) }],
    ['six mails of which the sixth ends a week', [0, 20, 40, 60, 80, 168], { bounces: 6, at: hours(168) }],
  ])('is made by as many and as long as the rule says: %s', (_, at, row) => {
    const mailings = at.map((hour) => ({ runId: `run_${hour}`, at: hours(hour), softAt: hours(hour) }));

    expect(rowOf(mailings, rule)).toEqual(row);
  });
});

describe('a reason', () => {
  it.each([
    [undefined, true],
    ['mailbox_full', true],
    ['temporary', true],
    ['domain_dead', true],
    ['content_rejected', false],
    ['blocked_by_reputation', false],
    ['too_large', false],
    ['a_later_word', false],
  ])('says whether the mailbox is to blame (%s)', (category, isToBlame) => {
    expect(isOfMailbox(category)).toBe(isToBlame);
  });
});

describe('a row that has ended', () => {
  const soft = { runId: 'run_0', at: hours(0), softAt: hours(1) };

  it.each([
    { why: 'while the last mail may still come back', mailings: [soft, { runId: 'run_1', at: hours(24) }], hour: 72 },
    { why: 'if the last mail came back', mailings: [{ runId: 'run_1', at: hours(-1) }, soft], hour: 500 },
    {
      why: 'if the last mail came back for another reason',
      mailings: [soft, { runId: 'run_1', at: hours(9), isOther: true as const }],
      hour: 500,
    },
  ])('is not forgiven $why', ({ mailings, hour }) => {
    expect(isForgiven(mailings, new Date(START + hour * HOUR))).toBe(false);
  });

  it('is forgiven once the last mail has not come back', () => {
    const mailings = [soft, { runId: 'run_1', at: hours(24) }];

    expect(isForgiven(mailings, new Date(START + 96 * HOUR))).toBe(true);
  });
});
