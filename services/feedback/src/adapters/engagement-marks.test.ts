import fc from 'fast-check';

import { type EngagementMark, engagementKinds } from '../domain/engagement.ts';
import { packMarks, unpackMarks } from './engagement-marks.ts';

const aMark: fc.Arbitrary<EngagementMark> = fc.record({
  kind: fc.constantFrom(...engagementKinds),
  block: fc.nat(14_285),
  position: fc.nat(6_999),
});
const named = (marks: readonly EngagementMark[] = []) =>
  new Set(marks.map(({ kind, block, position }) => `${kind}/${block}/${position}`));

describe('packed marks', () => {
  it('are four bytes each, and the marks they were made of', () => {
    fc.assert(
      fc.property(fc.array(aMark), (marks) => {
        const packed = packMarks(marks);

        expect(named(unpackMarks(packed))).toEqual(named(marks));
        expect(packed).toHaveLength(named(marks).size * 4);
      }),
    );
  });

  it('are the same bytes in whatever order, and however often one of them comes', () => {
    fc.assert(
      fc.property(fc.array(aMark, { minLength: 1 }), (marks) => {
        expect(packMarks([...marks.toReversed(), ...marks.slice(0, 1)])).toEqual(packMarks(marks));
      }),
    );
  });
});
