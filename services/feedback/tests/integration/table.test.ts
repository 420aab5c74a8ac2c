import { DynamoFlowLog } from '../../src/adapters/dynamo-flow-log.ts';
import { DynamoOutcomes } from '../../src/adapters/dynamo-outcomes.ts';
import { DynamoProbes } from '../../src/adapters/dynamo-probes.ts';
import { DynamoRunParts } from '../../src/adapters/dynamo-run-parts.ts';
import { DynamoRuns } from '../../src/adapters/dynamo-runs.ts';
import { DynamoSendJournal } from '../../src/adapters/dynamo-send-journal.ts';
import { makeFoldOutcomes } from '../../src/application/fold-outcomes.ts';
import { positionsIn, size } from '../../src/domain/bitmap.ts';
import { type Outcome, outcomeKinds } from '../../src/domain/outcome.ts';
import { MOST_DOMAINS } from '../../src/domain/part.ts';
import { figuresBy } from '../../src/domain/part-figures.ts';
import { tally } from '../../src/domain/tally.ts';
import { RecordingFacts } from '../in-memory.ts';
import { startTable, TABLE } from '../table.ts';

const now = new Date('2026-11-21T10:00:00Z');
const clock = { now: () => now };

let table: Awaited<ReturnType<typeof startTable>>;
let db: (typeof table)['db'];
let runs = 0;
const newRun = () => `run_${(runs += 1)}`;

beforeAll(async () => {
  table = await startTable();
  ({ db } = table);
});

afterAll(() => table.stop());

describe('outcomes in the table', () => {
  it('grow, and tell which of them are not new', async () => {
    const outcomes = new DynamoOutcomes(db, TABLE);
    const place = { runId: newRun(), kind: 'opened', block: 2 } as const;

    const first = await outcomes.add({ ...place, positions: [6_999, 0, 0] });
    const second = await outcomes.add({ ...place, positions: [1, 0] });

    expect(first).toEqual([]);
    expect(second).toEqual([0]);
    const [stored] = await outcomes.of(place.runId);
    expect(stored).toMatchObject({ kind: 'opened', block: 2 });
    expect([...positionsIn(stored?.bitmap ?? new Uint8Array())]).toEqual([0, 1, 6_999]);
  });

  it('lose nothing when several write the same bitmap at once', async () => {
    const outcomes = new DynamoOutcomes(db, TABLE);
    const place = { runId: newRun(), kind: 'sent', block: 0 } as const;

    await Promise.all(
      [1, 2, 3, 4].map((position) => outcomes.add({ ...place, positions: [position, position * 100] })),
    );

    const [stored] = await outcomes.of(place.runId);
    expect(size(stored?.bitmap ?? new Uint8Array())).toBe(8);
  });

  it('are read by several kinds at once, and no others', async () => {
    const outcomes = new DynamoOutcomes(db, TABLE);
    const runId = newRun();
    for (const kind of outcomeKinds) await outcomes.add({ runId, kind, block: 14_285, positions: [1] });

    const found = await outcomes.ofKinds(runId, ['sent', 'delivered', 'delayed', 'bounced_permanent']);

    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['bounced_permanent', 'delayed', 'delivered', 'sent']);
  });

  it('are read by kind, from a block on', async () => {
    const outcomes = new DynamoOutcomes(db, TABLE);
    const runId = newRun();
    for (const block of [0, 9, 10]) await outcomes.add({ runId, kind: 'bounced_permanent', block, positions: [1] });
    await outcomes.add({ runId, kind: 'bounced_transient', block: 11, positions: [1] });

    const found = await outcomes.ofKind(runId, 'bounced_permanent', 9);

    expect(found.map(({ block }) => block)).toEqual([9, 10]);
  });
});

describe('the outcomes of one block', () => {
  it('are read with every kind', async () => {
    const outcomes = new DynamoOutcomes(db, TABLE);
    const runId = newRun();
    await outcomes.add({ runId, kind: 'sent', block: 1, positions: [3] });
    await outcomes.add({ runId, kind: 'opened', block: 1, positions: [4] });
    await outcomes.add({ runId, kind: 'sent', block: 2, positions: [5] });

    const found = await outcomes.ofBlock(runId, 1);

    const happened = found.flatMap(({ kind, bitmap }) => [...positionsIn(bitmap)].map((position) => [kind, position]));
    expect(happened).toEqual([
      ['sent', 3],
      ['opened', 4],
    ]);
  });
});

describe('probes in the table', () => {
  it('keep the instant at which they were first seen', async () => {
    const probes = new DynamoProbes(db, TABLE);
    const seen = { sentAt: new Date(now.getTime() - 900), seenAt: now };

    await probes.noteSeen('probe-1', seen);
    await probes.noteSeen('probe-1', { ...seen, seenAt: new Date('2026-11-21T11:00:00Z') });

    expect(await probes.find('probe-1')).toEqual(seen);
    expect(await probes.find('probe-2')).toBeUndefined();
  });
});

describe('the flow of events in the table', () => {
  it('loses no sighting when several are noted at once', async () => {
    const flowLog = new DynamoFlowLog(db, TABLE, { drainMs: 60_000, figuresMs: 60_000, hiddenMs: 190_000 });

    await Promise.all(
      [1, 2, 3, 4].map((n) => flowLog.note({ nowMs: n * 100_000, isHeldUp: n === 2, isLastChance: false })),
    );

    const { beatAtMs, heldUpAtMs } = await flowLog.read();
    expect(beatAtMs).toBe(400_000);
    expect(heldUpAtMs).toBeGreaterThanOrEqual(200_000);
  });
});

describe('the journal of sends in the table', () => {
  it('gives back what was noted of a block, once however often it was noted', async () => {
    const journal = new DynamoSendJournal(db, TABLE, clock);
    const runId = newRun();
    const marks = [
      { position: 6_999, mark: 4_294_967_295 },
      { position: 0, mark: 7 },
    ];

    await journal.note(runId, 3, marks);
    await journal.note(runId, 3, marks.toReversed());
    await journal.note(runId, 4, [{ position: 5, mark: 5 }]);

    expect(await journal.of(runId, 3)).toEqual(marks.toReversed());
  });
});

describe('runs in the table', () => {
  const start = { campaignId: 'cmp_1', campaignName: '가을 소식', at: now, correlationId: 'chain-1' };
  const end = { campaignId: 'cmp_1', recipients: 5, accepted: 4, refused: 1, suppressed: 0, left: 0, unsent: 0 };
  const later = new Date('2026-11-21T11:00:00Z');

  it('may end before they start', async () => {
    const stored = new DynamoRuns(db, TABLE);
    const runId = newRun();

    await stored.noteEnd({ ...end, runId, outcome: 'sent', at: later });
    await stored.noteStart({ ...start, runId });

    expect(await stored.find(runId)).toEqual({
      runId,
      start: { ...start, runId },
      end: { ...end, runId, outcome: 'sent', at: later },
    });
  });

  it('keep their first start and their last end', async () => {
    const stored = new DynamoRuns(db, TABLE);
    const runId = newRun();

    await stored.noteStart({ ...start, runId });
    await stored.noteStart({ ...start, runId, at: later });
    await stored.noteEnd({ ...end, runId, outcome: 'sent', at: later });
    await stored.noteEnd({ ...end, runId, outcome: 'failed', at: now });

    expect(await stored.find(runId)).toMatchObject({ start: { at: now }, end: { outcome: 'sent', at: later } });
  });

  it('are unknown until something is heard of them', async () => {
    expect(await new DynamoRuns(db, TABLE).find('run_unheard')).toBeUndefined();
  });

  it('are listed from the newest on, page by page, once they have started', async () => {
    const stored = new DynamoRuns(db, TABLE);
    const ids = [newRun(), newRun(), newRun()];
    for (const [n, runId] of ids.entries()) {
      await stored.noteStart({ ...start, runId, at: new Date(Date.UTC(2030, 0, n + 1)) });
    }
    await stored.noteEnd({ ...end, runId: newRun(), outcome: 'cancelled', at: now });

    const first = await stored.page({ limit: 2 });
    const [, last] = first;
    const second = await stored.page({
      limit: 1,
      after: { runId: last?.runId ?? '', startedAt: last?.start.at.toISOString() ?? '' },
    });

    expect([...first, ...second].map(({ runId }) => runId)).toEqual(ids.toReversed());
  });
});

describe('folding into the table', () => {
  it('counts everybody once while several invocations fold overlapping batches at once', async () => {
    const runId = newRun();
    const outcomes = new DynamoOutcomes(db, TABLE);
    const journal = new DynamoSendJournal(db, TABLE, clock);
    const runParts = new DynamoRunParts(db, TABLE);
    const parts = { outcomes, journal, runParts, runs: new DynamoRuns(db, TABLE) };
    const foldOutcomes = makeFoldOutcomes({ ...parts, facts: new RecordingFacts(), clock });
    const sends = Array.from({ length: 60 }, (_, n): Outcome => {
      return { kind: 'sent', runId, chunk: n % 8, offset: n, messageId: `mail-${n}`, at: now };
    });
    const again = sends.slice(20, 25).map((send) => ({ ...send, messageId: `${send.messageId}-again` }));

    const batches = [sends.slice(0, 30), sends.slice(15, 45), sends.slice(30), again];
    const unfolded = await Promise.all(batches.map((batch) => foldOutcomes(batch)));

    expect(unfolded.flat()).toEqual([]);
    expect(tally(await outcomes.of(runId))).toMatchObject({ sent: 60, sentTwice: 5 });
  });

  it('counts everybody once in the parts of a run, whoever numbers them and however often events come', async () => {
    const runId = newRun();
    const outcomes = new DynamoOutcomes(db, TABLE);
    const several = Array.from({ length: 4 }, () => {
      const runParts = new DynamoRunParts(db, TABLE);
      const journal = new DynamoSendJournal(db, TABLE, clock);
      const parts = { outcomes, journal, runParts, runs: new DynamoRuns(db, TABLE) };
      return makeFoldOutcomes({ ...parts, facts: new RecordingFacts(), clock });
    });
    const happened = Array.from({ length: 300 }, (_, n): Outcome => {
      const about = { runId, chunk: n % 8, offset: n, messageId: `mail-${n}`, at: now };
      const belonging = { domain: `${n % MOST_DOMAINS}.example`, importId: `imp_${n % 3}` };
      return { ...about, ...belonging, kind: n % 3 === 0 ? 'bounced_permanent' : 'delivered' };
    });

    for (const fold of [happened, happened.toReversed()]) {
      const unfolded = await Promise.all(
        several.map((foldOutcomes, n) => foldOutcomes(fold.slice(n * 50, n * 50 + 150))),
      );
      expect(unfolded.flat()).toEqual([]);
    }

    const [known, told] = [await new DynamoRunParts(db, TABLE).of(runId), await outcomes.of(runId)];
    const { parts, others } = figuresBy('import', known, told);
    expect(parts.map(({ name, delivered, hardBounced }) => [name, delivered, hardBounced])).toEqual([
      ['imp_0', 0, 100],
      ...['imp_1', 'imp_2']
        .map((name) => [name, 100, 0])
        .toSorted((a, b) => known.imports.indexOf(String(a[0])) - known.imports.indexOf(String(b[0]))),
    ]);
    expect(others).toMatchObject({ delivered: 0, hardBounced: 0 });
    const domains = figuresBy('domain', known, told);
    expect(domains.parts).toHaveLength(MOST_DOMAINS);
    expect(domains.parts.reduce((sum, { delivered, hardBounced }) => sum + delivered + hardBounced, 0)).toBe(300);
  });
});
