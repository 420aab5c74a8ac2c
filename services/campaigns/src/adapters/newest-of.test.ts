import fc from 'fast-check';

import { newestOf } from './newest-of.ts';

it('mixes what several answers hold, the newest first', () => {
  const page = newestOf(
    [
      { ids: ['cmp_7', 'cmp_2'], isCut: false },
      { ids: ['cmp_5', 'cmp_3'], isCut: false },
    ],
    3,
  );

  expect(page).toEqual({ ids: ['cmp_7', 'cmp_5', 'cmp_3'], isLast: false });
});

it('shows nothing that is older than where an answer was cut, because more may lie between', () => {
  const page = newestOf(
    [
      { ids: ['cmp_9', 'cmp_6'], isCut: true },
      { ids: ['cmp_8', 'cmp_1'], isCut: false },
    ],
    10,
  );

  expect(page).toEqual({ ids: ['cmp_9', 'cmp_8', 'cmp_6'], isLast: false });
});

it('has once what changed its status between two answers', () => {
  const page = newestOf(
    [
      { ids: ['cmp_9', 'cmp_5'], isCut: false },
      { ids: ['cmp_9', 'cmp_7'], isCut: false },
    ],
    3,
  );

  expect(page).toEqual({ ids: ['cmp_9', 'cmp_7', 'cmp_5'], isLast: true });
});

it('knows when nothing is left', () => {
  expect(newestOf([{ ids: [], isCut: false }], 10)).toEqual({ ids: [], isLast: true });
});

/** Answers as a table gives them: at most so many of each that are older than a mark, sometimes fewer although there are more. */
const asked = (of: readonly (readonly string[])[], before: string | undefined, most: number) =>
  of.map((all) => {
    const older = all.filter((id) => before === undefined || id < before).toReversed();
    return { ids: older.slice(0, most), isCut: older.length > most };
  });

it('shows everything once, whatever the sizes of pages and answers', () => {
  const statuses = fc.array(fc.constantFrom(0, 1, 2), { maxLength: 60 });

  fc.assert(
    fc.property(statuses, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (given, limit, most) => {
      const ids = given.map((status, n) => ({ status, id: `cmp_${String(n).padStart(2, '0')}` }));
      const byStatus = [0, 1, 2].map((one) => ids.flatMap(({ status, id }) => (status === one ? [id] : [])));
      const seen: string[] = [];
      for (let isLast = false; !isLast; ) {
        const page = newestOf(asked(byStatus, seen.at(-1), Math.min(limit, most)), limit);
        seen.push(...page.ids);
        ({ isLast } = page);
      }

      expect(seen).toEqual(ids.map(({ id }) => id).toReversed());
    }),
  );
});
