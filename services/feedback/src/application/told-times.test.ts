import fc from 'fast-check';

import { InMemoryEngagementJournal, InMemoryOutcomes } from '../../tests/in-memory.ts';
import { size } from '../domain/bitmap.ts';
import type { EngagementMark } from '../domain/engagement.ts';
import { markedOutcomes } from '../domain/marked.ts';
import { finestOf } from '../domain/series.ts';
import { countingTimes } from '../domain/time-cells.ts';
import { makeToldTimes } from './told-times.ts';

const HOUR = 495_000;
const opened = (position: number, hour: number): EngagementMark => ({
  kind: 'opened',
  visitor: 'person',
  block: 0,
  position,
  hour,
});

/** Folds marks as the table does: times are counted for those who are new in their bitmap. */
const setUp = () => {
  const [journal, outcomes] = [new InMemoryEngagementJournal(), new InMemoryOutcomes()];
  let cells = countingTimes([], []);
  const fold = async (marks: readonly EngagementMark[]) => {
    for (const { minutes, ...marked } of markedOutcomes(marks)) {
      const before = await outcomes.add({ runId: 'run_1', ...marked });
      const fresh = [...minutes].filter(([position]) => !before.includes(position)).map(([, minute]) => minute);
      cells = countingTimes(cells, fresh, finestOf(marked.kind));
    }
  };
  const times = { of: async () => new Map([['opened', cells] as const]) };
  return { journal, outcomes, fold, told: makeToldTimes({ times, journal, outcomes }) };
};

const openedIn = async (told: ReturnType<typeof makeToldTimes>) => (await told.of('run_1')).get('opened') ?? [];
const sum = (cells: readonly { readonly count: number }[]) => cells.reduce((all, { count }) => all + count, 0);

describe('times that are told', () => {
  it('are of what is folded and of what waits, everybody once', async () => {
    const { journal, fold, told } = setUp();

    await fold([opened(1, HOUR), opened(2, HOUR)]);
    await journal.note('run_1', [opened(2, HOUR + 1), opened(3, HOUR + 1), opened(3, HOUR + 2)]);

    expect(await openedIn(told)).toEqual([
      { start: HOUR * 60, minutes: 60, count: 2 },
      { start: (HOUR + 1) * 60, minutes: 60, count: 1 },
    ]);
  });

  it('are none where an earlier version noted no hour', async () => {
    const { journal, told } = setUp();
    const { hour: _, ...unknown } = opened(1, HOUR);

    await journal.note('run_1', [unknown]);

    expect(await openedIn(told)).toEqual([]);
  });

  it('are as many as have opened, whatever is folded, waits, or both', async () => {
    const mark = fc.record({
      position: fc.nat(30),
      hour: fc.integer({ min: HOUR, max: HOUR + 500 }),
      isFolded: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { maxLength: 60 }), async (marks) => {
        const { journal, outcomes, fold, told } = setUp();
        for (const { position, hour, isFolded } of marks) {
          if (isFolded !== 0) await fold([opened(position, hour)]);
          if (isFolded !== 1) await journal.note('run_1', [opened(position, hour)]);
        }

        const counted = sum(await openedIn(told));

        await fold((await journal.of('run_1')).flatMap((entry) => entry.marks));
        const [bitmap] = await outcomes.ofKind('run_1', 'opened', 0);
        expect(counted).toBe(size(bitmap?.bitmap ?? new Uint8Array()));
        expect(counted).toBe(new Set(marks.map(({ position }) => position)).size);
      }),
    );
  });
});
