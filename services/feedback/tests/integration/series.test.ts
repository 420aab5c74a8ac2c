import fc from 'fast-check';

import { DynamoEngagementJournal } from '../../src/adapters/dynamo-engagement-journal.ts';
import { DynamoOutcomeTimes } from '../../src/adapters/dynamo-outcome-times.ts';
import { DynamoOutcomes } from '../../src/adapters/dynamo-outcomes.ts';
import { DynamoRunParts } from '../../src/adapters/dynamo-run-parts.ts';
import { DynamoRuns } from '../../src/adapters/dynamo-runs.ts';
import { DynamoSendJournal } from '../../src/adapters/dynamo-send-journal.ts';
import { makeFoldOutcomes } from '../../src/application/fold-outcomes.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { tally } from '../../src/domain/tally.ts';
import { minuteOf } from '../../src/domain/time-cells.ts';
import { RecordingFacts } from '../in-memory.ts';
import { startTable, TABLE } from '../table.ts';

const TEN = Date.parse('2026-11-22T10:00:00Z');
const clock = { now: () => new Date(TEN) };

let table: Awaited<ReturnType<typeof startTable>>;
let runs = 0;

beforeAll(async () => {
  table = await startTable();
});

afterAll(() => table.stop());

const setUp = () => {
  const { db } = table;
  const outcomes = new DynamoOutcomes(db, TABLE);
  const parts = { outcomes, runParts: new DynamoRunParts(db, TABLE), runs: new DynamoRuns(db, TABLE) };
  const journal = new DynamoSendJournal(db, TABLE, clock);
  const fold = makeFoldOutcomes({ ...parts, journal, facts: new RecordingFacts(), clock });
  return { fold, outcomes, times: new DynamoOutcomeTimes(db, TABLE), runId: `run_${(runs += 1)}` };
};

const sum = (cells: readonly { readonly count: number }[] = []) => cells.reduce((all, { count }) => all + count, 0);

describe('the journal of opens and clicks', () => {
  it('keeps the hour, also of the same mark in another hour', async () => {
    const journal = new DynamoEngagementJournal(table.db, TABLE);
    const mark = { kind: 'opened', visitor: 'person', block: 0, position: 7 } as const;
    const marks = [{ ...mark, hour: 495_000 }, { ...mark, hour: 495_001 }, mark];

    await journal.note('run_hours', marks);
    await journal.note('run_hours', marks.toReversed());

    const noted = (await journal.of('run_hours')).flatMap((entry) => entry.marks);
    expect(noted).toHaveLength(3);
    expect(new Set(noted.map(({ hour }) => hour))).toEqual(new Set([495_000, 495_001, undefined]));
  });
});

describe('times beside the bitmaps', () => {
  it('tell when everybody was sent to', async () => {
    const { fold, times, runId } = setUp();
    const sentAt = (minutes: number, offset: number): Outcome => ({
      kind: 'sent',
      runId,
      chunk: 0,
      offset,
      messageId: `mail-${offset}`,
      at: new Date(TEN + minutes * 60_000),
    });

    await fold([sentAt(0, 0), sentAt(0, 1), sentAt(2, 2)]);
    await fold([sentAt(0, 1), sentAt(1, 3)]);

    const counted = (await times.of(runId)).get('sent') ?? [];
    expect(new Map(counted.map(({ start, count }) => [start - minuteOf(new Date(TEN)), count]))).toEqual(
      new Map([
        [0, 2],
        [1, 1],
        [2, 1],
      ]),
    );
  });

  it('tell the hour of every delivery, once', async () => {
    const { fold, times, runId } = setUp();
    const deliveredAt = (minutes: number, offset: number): Outcome => ({
      kind: 'delivered',
      runId,
      chunk: 0,
      offset,
      messageId: `mail-${offset}`,
      domain: 'example.com',
      at: new Date(TEN + minutes * 60_000),
    });

    await fold([deliveredAt(0, 0), deliveredAt(59, 1), deliveredAt(61, 2)]);
    await fold([deliveredAt(59, 1), deliveredAt(1, 3)]);

    const counted = (await times.of(runId)).get('delivered') ?? [];
    expect(new Map(counted.map(({ start, count }) => [start - minuteOf(new Date(TEN)), count]))).toEqual(
      new Map([
        [0, 3],
        [60, 1],
      ]),
    );
  });

  it('count as many as the bitmaps, however often and in whatever order events come, several batches at once', async () => {
    const event = fc.record({
      kind: fc.constantFrom('sent', 'bounced_permanent', 'complained'),
      chunk: fc.nat(14),
      offset: fc.nat(20),
      minutes: fc.nat(20_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(event, { maxLength: 20 }), { maxLength: 6 }), async (batches) => {
        const { fold, outcomes, times, runId } = setUp();
        const folded = batches.map((batch) =>
          batch.map(({ minutes, ...place }): Outcome => {
            const messageId = `${place.chunk}/${place.offset}`;
            return { ...place, runId, messageId, at: new Date(TEN + minutes * 60_000) };
          }),
        );

        await Promise.all([...folded, ...folded.toReversed()].map((batch) => fold(batch)));

        const [counted, sums] = [await times.of(runId), tally(await outcomes.of(runId))];
        expect(sum(counted.get('sent'))).toBe(sums.sent);
        expect(sum(counted.get('bounced_permanent'))).toBe(sums.hardBounced);
        expect(sum(counted.get('complained'))).toBe(sums.complained);
      }),
      { numRuns: 15 },
    );
  });
});
