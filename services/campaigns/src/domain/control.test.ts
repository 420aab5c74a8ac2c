import fc from 'fast-check';

import { type Control, type ControlChange, changeControl, freshControl } from './control.ts';
import { noFigures } from './guardrail.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, seconds));
const change = (control: Control['control'], seconds: number, attempt = 1): ControlChange => ({
  control,
  attempt,
  askedAt: at(seconds),
});
const apply = (...changes: ControlChange[]) =>
  changes.reduce<Control>((present, next) => changeControl(present, next, noFigures), freshControl);

describe('changeControl', () => {
  it('holds and resumes', () => {
    expect(apply(change('hold', 1), change('send', 2))).toMatchObject({ control: 'send', revision: 2 });
  });

  it('keeps why a run is held, and forgets it when the run goes on', () => {
    const held = changeControl(freshControl, { ...change('hold', 1), reason: '60 hard bounces' }, noFigures);

    expect(held.reason).toBe('60 hard bounces');
    expect(changeControl(held, change('send', 2), noFigures)).not.toHaveProperty('reason');
  });

  it('remembers the figures that a person resumed after', () => {
    const seen = {
      sent: 2_000,
      delivered: 1_800,
      hardBounced: 200,
      complained: 0,
      rejected: 0,
      delayed: 0,
      handedOver: 2_100,
      refused: 100,
    };

    expect(changeControl(apply(change('hold', 1)), change('send', 2), seen).accepted).toEqual(seen);
  });

  it('ignores what was asked for before the change in force', () => {
    expect(apply(change('hold', 1), change('send', 3), change('hold', 2))).toMatchObject({ control: 'send' });
  });

  it('lets a cancelled run go on in its next attempt only', () => {
    const cancelled = apply(change('cancel', 1));

    expect(changeControl(cancelled, change('send', 2), noFigures)).toBe(cancelled);
    expect(changeControl(cancelled, change('send', 2, 2), noFigures)).toMatchObject({
      control: 'send',
      revision: 2,
      attempt: 2,
    });
  });

  it('does not stop an attempt for a cancel of the one before that comes again', () => {
    const reopened = apply(change('cancel', 1), change('send', 2, 2));

    expect(changeControl(reopened, change('cancel', 1), noFigures)).toBe(reopened);
  });

  it('keeps a cancel of an attempt whose own beginning comes after it', () => {
    expect(apply(change('cancel', 1), change('cancel', 3, 2), change('send', 2, 2))).toMatchObject({
      control: 'cancel',
      attempt: 2,
    });
  });

  it('takes what a person has seen for accepted when an attempt begins', () => {
    const seen = {
      sent: 2_000,
      delivered: 1_800,
      hardBounced: 200,
      complained: 0,
      rejected: 0,
      delayed: 0,
      handedOver: 2_100,
      refused: 100,
    };

    expect(changeControl(apply(change('cancel', 1)), change('send', 2, 2), seen).accepted).toEqual(seen);
  });

  const leaving = (imports: readonly string[], seconds: number, attempt = 1): ControlChange => ({
    ...change('send', seconds, attempt),
    exclude: { domains: [], imports },
  });

  it('leaves out whom people want left out, however often and late they say so, in later attempts too', () => {
    const all = [
      change('hold', 1),
      leaving(['imp_2'], 2),
      change('hold', 3),
      leaving(['imp_1', 'imp_2'], 4),
      change('send', 5, 2),
    ];
    const inOrder = apply(...all);

    expect(inOrder).toMatchObject({
      control: 'send',
      attempt: 2,
      exclude: { domains: [], imports: ['imp_1', 'imp_2'] },
    });
    expect(apply(...all.slice(0, 4).toReversed(), ...all).exclude).toEqual(inOrder.exclude);
  });

  it('takes those who were left out in again at the beginning of a later attempt, whatever comes late', () => {
    const beginning = { ...change('send', 5, 2), readmits: true };
    const present = apply(leaving(['imp_1'], 2), beginning);

    expect(present).not.toHaveProperty('exclude');
    expect(apply(leaving(['imp_1'], 2), beginning, leaving(['imp_1'], 2))).toEqual(present);
    expect(apply(beginning, leaving(['imp_2'], 9, 2), beginning).exclude).toEqual({ domains: [], imports: ['imp_2'] });
  });

  it('leaves somebody out also of a run that is being sent, and changes nothing else of it', () => {
    const held = apply(change('hold', 9), leaving(['imp_1'], 2));

    expect(held).toMatchObject({ control: 'hold', revision: 2, askedAt: at(9), exclude: { imports: ['imp_1'] } });
    expect(apply(leaving(['imp_1'], 2))).toMatchObject({ control: 'send', exclude: { imports: ['imp_1'] } });
  });

  it('changes nothing when somebody is left out who was left out already', () => {
    const present = apply(change('hold', 1), leaving(['imp_1'], 2));

    expect(changeControl(present, leaving(['imp_1'], 9), noFigures)).toBe(present);
  });

  it('leaves out whom people wanted left out of an earlier attempt, if they were not taken in again since', () => {
    const retried = apply(change('hold', 1), change('send', 3, 2));
    const readmitted = apply(change('hold', 1), { ...change('send', 3, 2), readmits: true }, change('send', 5, 3));

    expect(changeControl(retried, leaving(['imp_1'], 2), noFigures)).toEqual({
      ...retried,
      revision: 3,
      exclude: { domains: [], imports: ['imp_1'] },
    });
    expect(changeControl(readmitted, leaving(['imp_1'], 2), noFigures)).toBe(readmitted);
    expect(changeControl(readmitted, leaving(['imp_1'], 4, 2), noFigures)).toMatchObject({
      attempt: 3,
      exclude: { imports: ['imp_1'] },
    });
  });

  it('holds rather than mail somebody whom it cannot leave out besides all the others', () => {
    const many = Array.from({ length: 60 }, (_, n) => `imp_${n}`);
    const more = many.map((importId) => `${importId}b`);
    const held = apply(leaving(many, 1), leaving(more, 2));

    expect(held).toMatchObject({ control: 'hold', revision: 2, reason: expect.stringMatching(/at most 100/) });
    expect(held.exclude?.imports).toEqual(many.toSorted());
    expect(changeControl(held, leaving(more, 3), noFigures)).toBe(held);
  });

  const anyChange = fc.record({
    control: fc.constantFrom('send' as const, 'hold' as const, 'cancel' as const),
    attempt: fc.integer({ min: 1, max: 3 }),
    askedAt: fc.integer({ min: 0, max: 59 }).map(at),
  });

  it('never leaves cancel within an attempt, never goes back to an earlier one, and counts every change', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        let present = freshControl;
        for (const next of changes) {
          const after = changeControl(present, next, noFigures);
          expect(after === present || after.revision === present.revision + 1).toBe(true);
          expect(after.attempt).toBeGreaterThanOrEqual(present.attempt);
          expect(present.control !== 'cancel' || after === present || after.attempt > present.attempt).toBe(true);
          present = after;
        }
        const latest = Math.max(0, ...changes.map(({ attempt }) => attempt));
        const asked = changes.filter(({ attempt }) => attempt === latest);
        expect(present.attempt).toBe(latest);
        expect(present.control === 'cancel').toBe(asked.some(({ control }) => control === 'cancel'));
      }),
    );
  });

  it('is not moved by anything asked of earlier attempts, whenever it comes', () => {
    fc.assert(
      fc.property(fc.array(anyChange), fc.array(anyChange), (before, late) => {
        const present = apply(...before, change('send', 59, 4));
        const after = late.reduce<Control>((control, next) => changeControl(control, next, noFigures), present);

        expect(after).toBe(present);
      }),
    );
  });

  it('changes nothing when a change comes twice in a row', () => {
    fc.assert(
      fc.property(fc.array(anyChange), anyChange, (before, twice) => {
        const once = apply(...before, twice);

        expect(changeControl(once, twice, noFigures)).toEqual(once);
      }),
    );
  });
});
