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
    const seen = { sent: 2_000, delivered: 1_800, hardBounced: 200, complained: 0, handedOver: 2_100, refused: 100 };

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
    const seen = { sent: 2_000, delivered: 1_800, hardBounced: 200, complained: 0, handedOver: 2_100, refused: 100 };

    expect(changeControl(apply(change('cancel', 1)), change('send', 2, 2), seen).accepted).toEqual(seen);
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
