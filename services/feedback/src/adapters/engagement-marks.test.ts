import fc from 'fast-check';

import { BLOCKS_PER_PART, type EngagementMark } from '../domain/engagement.ts';
import { visitors } from '../domain/visit.ts';
import { packMarks, unpackMarks } from './engagement-marks.ts';

const place = { block: fc.nat(BLOCKS_PER_PART - 1).map((n) => 3 * BLOCKS_PER_PART + n), position: fc.nat(6_999) };
const [opened, clicked] = [fc.constant('opened' as const), fc.constant('clicked' as const)];
const aMark: fc.Arbitrary<EngagementMark> = fc.oneof(
  fc.record({ kind: opened, visitor: fc.constantFrom('person', 'machine'), ...place }),
  fc.record({ kind: opened, visitor: fc.constant('person' as const), client: fc.nat(62), ...place }),
  fc.record({ kind: clicked, visitor: fc.constantFrom(...visitors), ...place }),
  fc.record({ kind: clicked, visitor: fc.constantFrom(...visitors), link: fc.nat(126), ...place }),
);
const named = (marks: readonly EngagementMark[] = []) =>
  new Set(marks.map(({ block, position, ...what }) => `${Object.values(what).join()}/${block}/${position}`));

describe('packed marks', () => {
  it('are four bytes each, and the marks they were made of', () => {
    fc.assert(
      fc.property(fc.array(aMark), (marks) => {
        const packed = packMarks(marks);

        expect(named(unpackMarks(packed, 3))).toEqual(named(marks));
        expect(packed).toHaveLength(named(marks).size * 4 + 4);
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

  it('are read as they were noted before machines were told from people', () => {
    const old = Buffer.from('0000000520064001', 'hex');

    expect(unpackMarks(old.subarray(0, 4), 0)).toEqual([{ kind: 'opened', visitor: 'person', block: 0, position: 5 }]);
    expect(unpackMarks(old, 0)).toBeUndefined();
  });

  it('are left alone by versions before: they know no kind fifteen', () => {
    const header = packMarks([{ kind: 'opened', visitor: 'person', block: 0, position: 0 }]).readUInt32BE();

    expect(header >>> 28).toBe(15);
  });

  it('are left to a newer version if it has noted what this one does not know', () => {
    const packed = packMarks([{ kind: 'opened', visitor: 'machine', block: 0, position: 1 }]);
    packed.writeUInt32BE(65 * 2 ** 23, 4);

    expect(unpackMarks(packed, 0)).toBeUndefined();
  });
});
