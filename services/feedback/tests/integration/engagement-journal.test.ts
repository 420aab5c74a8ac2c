import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';

import { DynamoEngagementJournal } from '../../src/adapters/dynamo-engagement-journal.ts';
import { DynamoLinkClicks } from '../../src/adapters/dynamo-link-clicks.ts';
import { DynamoOutcomes } from '../../src/adapters/dynamo-outcomes.ts';
import { DynamoRunLinks } from '../../src/adapters/dynamo-run-links.ts';
import { makeFoldEngagement } from '../../src/application/fold-engagement.ts';
import { makeToldOutcomes } from '../../src/application/told-outcomes.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { tally } from '../../src/domain/tally.ts';
import { startTable, TABLE } from '../table.ts';

let table: Awaited<ReturnType<typeof startTable>>;
let runs = 0;
const newRun = () => `run_${(runs += 1)}`;

beforeAll(async () => {
  table = await startTable();
});

afterAll(() => table.stop());

const marks = [
  { kind: 'clicked', visitor: 'person', block: 14_285, position: 6_999 },
  { kind: 'opened', visitor: 'person', block: 0, position: 0 },
  { kind: 'opened', visitor: 'person', block: 3, position: 5 },
] as const;

describe('the journal of opens and clicks in the table', () => {
  it('gives back what was noted of a run, once however often it was noted', async () => {
    const journal = new DynamoEngagementJournal(table.db, TABLE);
    const runId = newRun();

    await journal.note(runId, marks);
    await journal.note(runId, [...marks.toReversed(), marks[0]]);
    await journal.note(newRun(), marks);

    const entries = await journal.of(runId);
    expect((await journal.ofPart(runId, 55)).map((entry) => entry.marks)).toEqual([marks.slice(0, 1)]);
    expect(await journal.ofPart(runId, 5)).toEqual([]);
    expect(entries.map((entry) => [entry.part, entry.marks])).toEqual([
      [0, marks.slice(1)],
      [55, marks.slice(0, 1)],
    ]);
  });

  it('forgets the entries it is given, and no others', async () => {
    const journal = new DynamoEngagementJournal(table.db, TABLE);
    const runId = newRun();
    await journal.note(runId, marks.slice(0, 1));
    const entries = await journal.of(runId);
    await journal.note(runId, marks.slice(1));

    await journal.forget(runId, entries);
    await journal.forget(runId, entries);

    expect((await journal.of(runId)).map((entry) => entry.marks)).toEqual([marks.slice(1)]);
  });

  it('reads past what fits into one page', async () => {
    const journal = new DynamoEngagementJournal(table.db, TABLE);
    const runId = newRun();
    const many = (block: number) =>
      Array.from({ length: 7_000 }, (_, position) => ({ kind: 'opened', visitor: 'person', block, position }) as const);
    for (let block = 0; block < 45; block += 1) await journal.note(runId, many(block));

    expect(await journal.of(runId)).toHaveLength(45);
  });

  it('leaves alone what a newer version has noted of a kind that this one does not know', async () => {
    const journal = new DynamoEngagementJournal(table.db, TABLE);
    const runId = newRun();
    const Item = { pk: `ENGAGED#${runId}`, sk: '00#newer', marks: Buffer.from([0xf0, 0, 0, 1]) };
    const newer: PutCommandInput = { TableName: TABLE, Item };
    await table.db.send(new PutCommand(newer));

    expect(await journal.of(runId)).toEqual([]);
  });
});

describe('opens and clicks', () => {
  it('are each counted once while several invocations fold overlapping batches at once', async () => {
    const runId = newRun();
    const parts = {
      outcomes: new DynamoOutcomes(table.db, TABLE),
      journal: new DynamoEngagementJournal(table.db, TABLE),
      linkClicks: new DynamoLinkClicks(table.db, TABLE),
      runLinks: new DynamoRunLinks(table.db, TABLE),
    };
    const others = { tellEngagement: async () => {}, foldOutcomes: async () => [], instantMs: 5_000 };
    const fold = makeFoldEngagement({ ...parts, ...others });
    const arrivals = { acceptedAtMs: [], queuedAtMs: 0, mostReceives: 1 };
    const opens = Array.from({ length: 200 }, (_, n): Outcome => {
      return { kind: 'opened', runId, chunk: n % 8, offset: n, messageId: `mail-${n}`, at: new Date(0) };
    });

    const batches = [0, 40, 80, 120].map((from) => opens.slice(from, from + 80));
    const unfolded = await Promise.all(batches.map((outcomes) => fold({ outcomes, probes: [], arrivals })));

    expect(unfolded.flat()).toEqual([]);
    expect(tally(await makeToldOutcomes(parts).of(runId))).toMatchObject({ opened: 200 });
    expect(tally(await parts.outcomes.of(runId)).opened).toBeGreaterThan(0);
  });
});
