import fc from 'fast-check';

import { type Control, type ControlChange, changeControl, freshControl } from './control.ts';
import { noFigures } from './guardrail.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, seconds));
const change = (control: Control['control'], seconds: number): ControlChange => ({ control, askedAt: at(seconds) });
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

  const anyChange = fc.record({
    control: fc.constantFrom('send' as const, 'hold' as const, 'cancel' as const),
    askedAt: fc.integer({ min: 0, max: 59 }).map(at),
  });

  it('never leaves cancel, and never lowers the revision', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        let present = freshControl;
        for (const next of changes) {
          const after = changeControl(present, next, noFigures);
          expect(after.revision).toBeGreaterThanOrEqual(present.revision);
          expect(present.control !== 'cancel' || after === present).toBe(true);
          present = after;
        }
        expect(present.control === 'cancel').toBe(changes.some(({ control }) => control === 'cancel'));
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
