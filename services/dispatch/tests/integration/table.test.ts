import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';

import { DynamoEvidences } from '../../src/adapters/dynamo-evidences.ts';
import { DynamoLedgers } from '../../src/adapters/dynamo-ledgers.ts';
import { DynamoProbes } from '../../src/adapters/dynamo-probes.ts';
import { DynamoRuns } from '../../src/adapters/dynamo-runs.ts';
import { DynamoSmallSendClaims } from '../../src/adapters/dynamo-small-send-claims.ts';
import { DynamoSuppressions } from '../../src/adapters/dynamo-suppressions.ts';
import { DynamoWaves } from '../../src/adapters/dynamo-waves.ts';
import { bitmapOf } from '../../src/domain/bitmap.ts';
import { untouchedChunk } from '../../src/domain/chunk-state.ts';
import type { Control } from '../../src/domain/run.ts';
import { shardsOf } from '../../src/domain/wave.ts';
import { nowhere, startTables } from './test-table.ts';

const TABLE = 'bulkhead-test-dispatch';
const NOW = Date.parse('2026-11-21T10:00:00Z');

const { db, answeredLate, create, stop } = await startTables();
await create(TABLE);
let counter = 0;
const newId = () => `id_${(counter += 1)}`;

afterAll(stop);

describe('ledgers', () => {
  const ledgers = () => new DynamoLedgers(db, TABLE, () => NOW);

  it('are created once: a second release leaves them alone', async () => {
    const runId = newId();
    await ledgers().create(runId, new Map([[0, untouchedChunk(20, 'first')]]));

    await ledgers().create(runId, new Map([0, 7].map((chunk) => [chunk, untouchedChunk(20, 'second')])));
    const found = await ledgers().readMany(runId, [0, 7, 9]);

    expect(new Map([...found].map(([chunk, { content }]) => [chunk, content]))).toEqual(
      new Map([
        [0, 'first'],
        [7, 'second'],
      ]),
    );
  });

  it('are written whole, by whoever has seen the last revision', async () => {
    const key = { runId: newId(), chunk: 3 };
    await ledgers().create(key.runId, new Map([[3, untouchedChunk(20, 'c')]]));
    const ledger = {
      ...untouchedChunk(20, 'c'),
      accepted: bitmapOf(20, [1, 19]),
      owner: 'me',
      rev: 1,
      writeId: 'me.1',
    };

    expect(await ledgers().replace(key, ledger)).toBe('written');
    expect(await ledgers().replace(key, { ...ledger, writeId: 'other.1' })).toBe('conflict');
    expect(await ledgers().read(key)).toEqual(ledger);
  });

  it('are never brought to life by a write', async () => {
    const key = { runId: newId(), chunk: 0 };

    expect(await ledgers().replace(key, { ...untouchedChunk(20, 'c'), rev: 1, writeId: 'w' })).toBe('conflict');
    expect(await ledgers().read(key)).toBeUndefined();
  });

  it('do not know what became of a write that got no answer', async () => {
    const lost = new DynamoLedgers(nowhere(), TABLE, () => NOW);

    expect(await lost.replace({ runId: 'r', chunk: 0 }, { ...untouchedChunk(1, 'c'), rev: 1, writeId: 'w' })).toBe(
      'lost',
    );
  });

  it('are read by pages', async () => {
    const runId = newId();
    await ledgers().create(runId, new Map(Array.from({ length: 130 }, (_, chunk) => [chunk, untouchedChunk(1, 'c')])));

    const first = await ledgers().page(runId, undefined);
    const second = await ledgers().page(runId, first.cursor);

    expect([first.chunks.length, second.chunks.at(-1)?.chunk, second.cursor]).toEqual([100, 129, undefined]);
  });
});

describe('runs', () => {
  const run = () => ({ runId: newId(), campaignId: 'cmp_1', content: 's3://c/x', manifest: 's3://a/x', attempt: 1 });
  const runs = () => new DynamoRuns(db, TABLE);

  it('stay closed once they are closed', async () => {
    const one = run();

    expect(await runs().open(one)).toBe(true);
    expect(await runs().open(one)).toBe(true);
    await runs().close(one);

    expect(await runs().open(one)).toBe(false);
    expect(await runs().find(one.runId)).toEqual({ ...one, isOpen: false });
  });

  it('keep their wishes for their doubt', async () => {
    const one = { ...run(), doubt: { policy: 'leave', settleMs: 3_600_000 } } as const;
    await runs().open(one);

    expect(await runs().find(one.runId)).toEqual({ ...one, isOpen: true });
  });

  it('can be closed before anything of them was released', async () => {
    const one = run();
    await runs().close(one);

    expect(await runs().open(one)).toBe(false);
  });

  it('are open again for a later attempt, and deaf to what comes late of the one before', async () => {
    const one = run();
    const next = { ...one, attempt: 2 };
    await runs().open(one);
    await runs().close(one);

    expect([await runs().open(next), await runs().open(one)]).toEqual([true, false]);
    await runs().close(one);
    expect(await runs().find(one.runId)).toEqual({ ...next, isOpen: true });
    await runs().close(next);
    expect([await runs().open(next), await runs().open(one)]).toEqual([false, false]);
  });

  it('that were closed before anything was released are open for a later attempt, with all that they need', async () => {
    const one = run();
    await runs().close(one);

    expect(await runs().open({ ...one, attempt: 2 })).toBe(true);
    expect(await runs().find(one.runId)).toEqual({ ...one, attempt: 2, isOpen: true });
  });

  it.each<[string, readonly (readonly [Control, revision: number, attempt: number])[], Control]>([
    ['nothing', [], 'send'],
    [
      'the latest revision',
      [
        ['hold', 1, 1],
        ['send', 2, 1],
      ],
      'send',
    ],
    [
      'no earlier revision that comes later',
      [
        ['send', 2, 1],
        ['hold', 1, 1],
      ],
      'send',
    ],
    [
      'nothing after a cancel',
      [
        ['cancel', 1, 1],
        ['send', 2, 1],
      ],
      'cancel',
    ],
    [
      'a later attempt after a cancel',
      [
        ['cancel', 1, 1],
        ['send', 2, 2],
        ['cancel', 1, 1],
      ],
      'send',
    ],
    [
      'a cancel of the later attempt',
      [
        ['cancel', 1, 1],
        ['cancel', 3, 2],
        ['send', 2, 2],
      ],
      'cancel',
    ],
  ])('are controlled by %s', async (_, changes, control) => {
    const one = run();

    for (const [wanted, revision, attempt] of changes)
      await runs().change(one.runId, { control: wanted, revision, attempt });

    const attempt = Math.max(1, ...changes.map((change) => change[2]));
    expect(await runs().read({ ...one, attempt })).toEqual({ control });
  });

  it('are not held up by what was wanted of an earlier attempt', async () => {
    const one = run();
    await runs().change(one.runId, { control: 'cancel', revision: 1, attempt: 1 });

    const [first, second] = [await runs().read(one), await runs().read({ ...one, attempt: 2 })];
    expect([first, second]).toEqual([{ control: 'cancel' }, { control: 'send' }]);
  });

  it('leave out whom people want left out, in later attempts too, until they say otherwise', async () => {
    const one = run();
    const exclude = { domains: ['typos.example'], imports: ['imp_bad'] };
    await runs().change(one.runId, { control: 'send', revision: 2, attempt: 1, exclude });
    await runs().change(one.runId, { control: 'hold', revision: 1, attempt: 1 });

    const [first, second] = [await runs().read(one), await runs().read({ ...one, attempt: 2 })];
    await runs().change(one.runId, { control: 'send', revision: 3, attempt: 2 });

    expect([first, second]).toEqual([
      { control: 'send', exclude },
      { control: 'send', exclude, isEarlier: true },
    ]);
    expect(await runs().read({ ...one, attempt: 2 })).toEqual({ control: 'send' });
  });

  it('leave out more when a cancel is said again', async () => {
    const one = run();
    const exclude = { domains: [], imports: ['imp_bad'] };
    await runs().change(one.runId, { control: 'cancel', revision: 1, attempt: 1 });
    await runs().change(one.runId, { control: 'cancel', revision: 2, attempt: 1, exclude });

    expect(await runs().read({ ...one, attempt: 2 })).toEqual({ control: 'send', exclude, isEarlier: true });
  });

  it('count their brown-outs', async () => {
    const { runId } = run();
    for (const at of [NOW - 600_000, NOW - 1_000, NOW]) await runs().note(runId, at);

    expect([await runs().countSince(runId, NOW - 300_000), await runs().countSince(newId(), 0)]).toEqual([2, 0]);
  });
});

describe('waves', () => {
  const waves = () => new DynamoWaves(db, TABLE, () => NOW);
  const shards = shardsOf(new Map([0, 5, 300].map((chunk) => [chunk, untouchedChunk(10, 'c')])));

  it('are full when every chunk of every shard is done, however often it is said', async () => {
    const wave = { runId: newId(), wave: 2, final: true };
    await waves().plan(wave, shards);

    const answers = [];
    for (const chunk of [0, 0, 300, 5]) answers.push(await waves().markDone({ ...wave, chunk }));

    expect(answers).toEqual([false, false, true, true]);
    expect(await waves().find(wave.runId, 2)).toEqual({
      final: true,
      isTold: false,
      shards: [
        { ...shards[0], final: true, done: new Set([0, 5]) },
        { ...shards[1], final: true, done: new Set([300]) },
      ],
    });
  });

  it('keep what their chunks had behind them when they are released again', async () => {
    const wave = { runId: newId(), wave: 1, final: false };
    await waves().plan(wave, shards);
    await waves().plan(
      wave,
      shards.map((shard) => ({ ...shard, baseline: { ...shard.baseline, accepted: 99 } })),
    );

    expect((await waves().find(wave.runId, 1))?.shards.map(({ baseline }) => baseline.accepted)).toEqual([0, 0]);
  });

  it('are open until their end is told', async () => {
    const { runId } = { runId: newId() };
    await waves().plan({ runId, wave: 1, final: false }, shards);
    const isOpen = async () => (await waves().list()).some((each) => each.runId === runId && each.wave === 1);

    expect(await isOpen()).toBe(true);
    await waves().markTold(runId, 1);

    expect([await isOpen(), (await waves().find(runId, 1))?.isTold]).toEqual([false, true]);
  });

  it('that do not exist are not brought to life by a chunk that is done', async () => {
    const runId = newId();

    expect(await waves().markDone({ runId, wave: 1, chunk: 0 })).toBe(false);
    expect(await waves().find(runId, 1)).toBeUndefined();
  });

  it('remember the revisions of the last sweep', async () => {
    const key = { runId: newId(), wave: 1, shard: 0 };

    expect(await waves().swapRevisions(key, new Map([[3, 9]]))).toEqual(new Map());
    expect(await waves().swapRevisions(key, new Map())).toEqual(new Map([[3, 9]]));
  });
});

describe('evidence', () => {
  const evidences = () => new DynamoEvidences(db, TABLE, () => NOW);
  const key = () => ({ runId: newId(), chunk: 3 });
  const seen = (...offsets: readonly number[]) => bitmapOf(1_000, offsets);

  it('is what was reported as of the latest instant, in whatever order reports come', async () => {
    const one = key();
    for (const asOf of [NOW, NOW + 5, NOW + 2]) await evidences().record(one, { asOf, seen: seen(asOf - NOW) });
    await evidences().record(one, { asOf: NOW + 5, seen: seen(9) });

    expect(await evidences().read(one)).toEqual({ asOf: NOW + 5, seen: seen(5) });
    expect(await evidences().read(key())).toBeUndefined();
  });

  it('stands beside the ledgers, and not among them', async () => {
    const one = key();
    const ledgers = new DynamoLedgers(db, TABLE, () => NOW);
    await ledgers.create(one.runId, new Map([[3, untouchedChunk(20, 'c')]]));
    await evidences().record(one, { asOf: NOW, seen: seen(1) });

    expect((await ledgers.page(one.runId, undefined)).chunks).toHaveLength(1);
    expect((await ledgers.read(one))?.rev).toBe(0);
  });
});

describe('probes', () => {
  const probes = () => new DynamoProbes(db, TABLE, () => NOW);
  const probe = (name: string) => ({ probe: name, probeAt: NOW });

  it('are one for each slot, and recognised by who noted them', async () => {
    expect([await probes().claim(1, probe('1-a')), await probes().claim(1, probe('1-b'))]).toEqual([true, false]);
    expect([await probes().claim(1, probe('1-a')), await probes().find(1)]).toEqual([true, probe('1-a')]);
    expect(await probes().find(2)).toBeUndefined();
  });

  it('that were not sent leave their slot to others', async () => {
    await probes().claim(7, probe('7-a'));
    await probes().release(7);

    expect(await probes().claim(7, probe('7-b'))).toBe(true);
  });
});

describe('suppressions', () => {
  const suppressions = () => new DynamoSuppressions(db, TABLE);
  const at = (seconds: number) => new Date(NOW + seconds * 1_000);
  const everything = { kind: 'everything' } as const;
  const list = (listId: string) => ({ kind: 'list', listId }) as const;

  it.each([
    ['of everything reaches every list', [{ scope: everything, isSuppressed: true, at: at(0) }], true],
    ['of this list', [{ scope: list('lst_1'), isSuppressed: true, at: at(0) }], true],
    ['of another list does not matter', [{ scope: list('lst_2'), isSuppressed: true, at: at(0) }], false],
    [
      'ends when the contact comes back',
      [
        { scope: everything, isSuppressed: true, at: at(0) },
        { scope: everything, isSuppressed: false, at: at(1) },
      ],
      false,
    ],
    [
      'does not come back with an old message',
      [
        { scope: everything, isSuppressed: false, at: at(1) },
        { scope: everything, isSuppressed: true, at: at(0) },
      ],
      false,
    ],
    [
      'wins at the same instant',
      [
        { scope: everything, isSuppressed: true, at: at(0) },
        { scope: everything, isSuppressed: false, at: at(0) },
      ],
      true,
    ],
    [
      'of everything outlives the return to a list',
      [
        { scope: everything, isSuppressed: true, at: at(0) },
        { scope: list('lst_1'), isSuppressed: false, at: at(5) },
      ],
      true,
    ],
  ])('%s', async (_, changes, isSuppressed) => {
    const contactId = newId();

    for (const change of changes) await suppressions().record({ contactId, ...change });

    const addressees = [contactId, contactId, newId()].map((id) => ({ contactId: id, listId: 'lst_1' }));
    expect((await suppressions().among(addressees)).has(contactId)).toBe(isSuppressed);
  });

  it('tells what it holds of somebody', async () => {
    const contactId = newId();
    await suppressions().record({ contactId, scope: everything, isSuppressed: false, at: at(1) });
    await suppressions().record({ contactId, scope: list('lst_1'), isSuppressed: true, at: at(2) });

    const held = await suppressions().of(contactId);

    expect(held.toSorted((one, other) => one.at.getTime() - other.at.getTime())).toEqual([
      { scope: everything, isSuppressed: false, at: at(1) },
      { scope: list('lst_1'), isSuppressed: true, at: at(2) },
    ]);
    expect(await suppressions().of(newId())).toEqual([]);
  });

  const itemOf = async (contactId: string) =>
    (await db.send(new GetCommand({ TableName: TABLE, Key: { pk: `contact#${contactId}`, sk: 'suppression' } }))).Item;

  it('keeps of somebody who was erased, for a while, that he may not be mailed, and nothing else, whatever comes late', async () => {
    const contactId = newId();
    await suppressions().record({ contactId, scope: list('lst_1'), isSuppressed: true, at: at(0) });
    await suppressions().erase(contactId, at(1));

    await suppressions().record({ contactId, scope: list('lst_2'), isSuppressed: true, at: at(0) });
    await suppressions().record({ contactId, scope: everything, isSuppressed: false, at: at(1) });
    await suppressions().erase(contactId, at(1));

    expect(await suppressions().of(contactId)).toEqual([{ scope: everything, isSuppressed: true, at: at(1) }]);
    expect(await suppressions().among([{ contactId, listId: 'lst_1' }])).toEqual(new Set([contactId]));
    expect(await itemOf(contactId)).toMatchObject({ ttl: at(1).getTime() / 1_000 + 230 * 86_400 });
  });

  it('has the same of somebody who was erased and came back, in whatever order it hears of it', async () => {
    const steps = (contactId: string) => [
      () => suppressions().record({ contactId, scope: list('lst_1'), isSuppressed: true, at: at(0) }),
      () => suppressions().erase(contactId, at(1)),
      () => suppressions().record({ contactId, scope: everything, isSuppressed: false, at: at(2) }),
      () => suppressions().record({ contactId, scope: list('lst_2'), isSuppressed: true, at: at(3) }),
    ];
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 });

    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const contactId = newId();
        for (const step of order) await steps(contactId)[step]?.();

        const item = await itemOf(contactId);
        expect(item?.['everything']).toEqual({ isSuppressed: false, at: at(2).toISOString() });
        expect(item?.['list:lst_1']).toBeUndefined();
        expect(item?.['list:lst_2']).toEqual({ isSuppressed: true, at: at(3).toISOString() });
        expect(item?.['ttl']).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('mails somebody who was erased and came back by no list but those he came back for: an old snapshot may name him', async () => {
    const contactId = newId();
    await suppressions().record({ contactId, scope: list('lst_1'), isSuppressed: true, at: at(0) });
    await suppressions().erase(contactId, at(1));
    await suppressions().record({ contactId, scope: everything, isSuppressed: false, at: at(2) });
    await suppressions().record({ contactId, scope: list('lst_2'), isSuppressed: false, at: at(2) });

    const [left, wanted] = [[{ contactId, listId: 'lst_1' }], [{ contactId, listId: 'lst_2' }]];

    expect([await suppressions().among(left), await suppressions().among(wanted)]).toEqual([
      new Set([contactId]),
      new Set(),
    ]);
  });

  it('asks about everybody by the list by which he is mailed', async () => {
    const [first, second] = [newId(), newId()];
    for (const contactId of [first, second]) {
      await suppressions().record({ contactId, scope: list('lst_2'), isSuppressed: true, at: at(0) });
    }

    const among = await suppressions().among([
      { contactId: first, listId: 'lst_1' },
      { contactId: second, listId: 'lst_2' },
    ]);

    expect([...among]).toEqual([second]);
  });
});

it('claims a recipient of a test once', async () => {
  const claims = new DynamoSmallSendClaims(db, { table: TABLE, kind: 'test', now: () => NOW });
  const testId = newId();

  expect([await claims.claim(testId, 0), await claims.claim(testId, 0), await claims.claim(testId, 1)]).toEqual([
    true,
    false,
    true,
  ]);
  await claims.release(testId, 0);
  expect(await claims.claim(testId, 0)).toBe(true);
});

it('knows its own claim of a recipient, though the answer to it was lost and it was asked again', async () => {
  const claims = new DynamoSmallSendClaims(answeredLate(), { table: TABLE, kind: 'confirmation', now: () => NOW });
  const confirmationId = newId();

  expect([await claims.claim(confirmationId, 0), await claims.claim(confirmationId, 0)]).toEqual([true, false]);
});
