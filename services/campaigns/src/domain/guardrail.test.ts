import fc from 'fast-check';

import {
  guardrailVerdict,
  type Health,
  isPutOff,
  laterHealth,
  noFigures,
  noHealth,
  refusalVerdict,
} from './guardrail.ts';

const health = (sent: number, happened: Partial<Health> = {}): Health => ({ ...noHealth, sent, ...happened });
const seen = (figures: Health) => ({ ...noFigures, ...figures });

describe('guardrailVerdict', () => {
  it.each([
    ['a clean list', health(10_000, { hardBounced: 50, complained: 2 })],
    ['a list at the usual two percent', health(10_000, { hardBounced: 200 })],
    ['three unlucky mails', health(3, { hardBounced: 3 })],
    ['one company that has closed', health(100, { hardBounced: 9 })],
    ['a share above the limit that may be chance', health(1_000, { hardBounced: 50 })],
    ['some complaints among the first', health(500, { complained: 2 })],
    ['one attachment that a virus was found in', health(500, { rejected: 9 })],
  ])('lets a run go on with %s', (_, figures) => {
    expect(guardrailVerdict({ health: figures })).toBeUndefined();
  });

  it.each([
    ['hard_bounces', health(60, { hardBounced: 20 }), 20, 60],
    ['hard_bounces', health(300, { hardBounced: 36 }), 36, 300],
    ['hard_bounces', health(2_000, { hardBounced: 130 }), 130, 2_000],
    ['complaints', health(1_000, { complained: 7 }), 7, 1_000],
    ['rejections', health(20, { rejected: 20 }), 20, 20],
  ])('holds a run for %s, and says the figures', (guardrail, figures, hits, sample) => {
    expect(guardrailVerdict({ health: figures })).toMatchObject({ guardrail, hits, sample });
  });

  it('counts mails that SES has taken and not told of yet', () => {
    const few = health(100, { hardBounced: 15 });

    expect(guardrailVerdict({ health: few })).toBeDefined();
    expect(guardrailVerdict({ health: few, taken: { least: 400, most: 2_400 } })).toBeUndefined();
  });

  it('counts all mails that may be sent where SES does not tell of them', () => {
    const bounces = health(0, { hardBounced: 100 });

    expect(guardrailVerdict({ health: bounces, taken: { least: 1_000, most: 4_000 } })).toBeUndefined();
    expect(guardrailVerdict({ health: bounces, taken: { least: 1_000, most: 1_000 } })).toBeDefined();
  });

  it('does not raise again what a person has seen and resumed after', () => {
    const accepted = seen(health(2_000, { delivered: 1_800, hardBounced: 200 }));

    expect(guardrailVerdict({ health: accepted, accepted })).toBeUndefined();
    expect(guardrailVerdict({ health: health(4_000, { hardBounced: 230 }), accepted })).toBeUndefined();
  });

  it('holds again when what came since is bad again', () => {
    const accepted = seen(health(2_000, { delivered: 1_800, hardBounced: 200 }));

    expect(guardrailVerdict({ health: health(4_000, { hardBounced: 400 }), accepted })).toMatchObject({
      hits: 200,
      sample: 2_000,
    });
  });

  it('does not take bounces of mails that were on their way for bounces of the first few after a resume', () => {
    const accepted = seen(health(2_000, { delivered: 1_000, hardBounced: 200 }));

    expect(guardrailVerdict({ health: health(2_010, { hardBounced: 220 }), accepted })).toBeUndefined();
  });

  it('expects complaints of mails that came before a resume', () => {
    const accepted = seen(health(10_000, { delivered: 10_000, complained: 25 }));

    expect(guardrailVerdict({ health: health(10_100, { complained: 33 }), accepted })).toBeUndefined();
    expect(guardrailVerdict({ health: health(15_000, { complained: 65 }), accepted })).toBeDefined();
  });
});

describe('isPutOff', () => {
  it('takes it for a sign when surely more than every tenth mail is put off', () => {
    const shares = [0.05, 0.1, 0.15].map((share) => isPutOff({ health: health(10_000, { delayed: 10_000 * share }) }));

    expect(shares).toEqual([false, false, true]);
  });
});

describe('refusalVerdict', () => {
  it.each([
    [19, 19],
    [20, 4],
    [10_000, 2_000],
    [0, 0],
  ])('lets a run of %i mails go on with %i refused', (mails, refused) => {
    expect(refusalVerdict({ accepted: mails - refused, refused })).toBeUndefined();
  });

  it.each([
    [20, 5],
    [20, 18],
    [10_000, 2_001],
  ])('holds a run of %i mails with %i refused, and says the figures', (mails, refused) => {
    expect(refusalVerdict({ accepted: mails - refused, refused })).toMatchObject({ hits: refused, sample: mails });
  });

  it('does not raise again what a person has seen and resumed after, but what came since', () => {
    const accepted = { handedOver: 20, refused: 18 };

    expect(refusalVerdict({ accepted: 2, refused: 18 }, accepted)).toBeUndefined();
    expect(refusalVerdict({ accepted: 82, refused: 19 }, accepted)).toBeUndefined();
    expect(refusalVerdict({ accepted: 12, refused: 28 }, accepted)).toMatchObject({ hits: 10, sample: 20 });
  });
});

describe('laterHealth', () => {
  it('does not care for order or repetition', () => {
    const sums = fc.record({
      sent: fc.nat(),
      delivered: fc.nat(),
      hardBounced: fc.nat(),
      complained: fc.nat(),
      rejected: fc.nat(),
      delayed: fc.nat(),
    });

    fc.assert(
      fc.property(sums, sums, (one, other) => {
        expect(laterHealth(one, other)).toEqual(laterHealth(other, one));
        expect(laterHealth(laterHealth(one, other), other)).toEqual(laterHealth(one, other));
      }),
    );
  });
});
