import fc from 'fast-check';

import { outcomeKinds } from '../domain/outcome.ts';
import { healthQuestions, questions } from '../domain/tally.ts';
import { BEHIND_BLOCKS, outcomeSk, outcomesOf } from './keys.ts';
import { rangesOf } from './kind-ranges.ts';

it('covers the kinds that are wanted, and no others', () => {
  fc.assert(
    fc.property(fc.subarray([...outcomeKinds]), (kinds) => {
      const ranges = rangesOf(kinds);

      const covered = outcomeKinds.filter((kind) =>
        ranges.some(
          ([first, last]) =>
            outcomeSk(kind, 14_285) >= outcomeSk(first, 0) &&
            outcomeSk(kind, 0) <= `${outcomesOf(last)}${BEHIND_BLOCKS}`,
        ),
      );
      expect(covered.toSorted()).toEqual(kinds.toSorted());
    }),
  );
});

it('asks for health in three questions', () => {
  const kinds = healthQuestions.flatMap((question) => questions[question]);

  expect(rangesOf(kinds)).toHaveLength(3);
});
