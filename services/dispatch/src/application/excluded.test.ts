import { emptyBitmap } from '../domain/bitmap.ts';
import { countsOf, untouchedChunk } from '../domain/chunk-state.ts';
import { RUN, type Settings, World } from '../testing/world.ts';
import { drawBatch } from './draw-batch.ts';

const bad = { domains: [], imports: ['imp_bad'] };
const typos = { domains: ['typos.example'], imports: [] };

/** Every third recipient came with the bad import, every tenth has an address that cannot be right. */
const isBad = (offset: number): boolean => offset % 3 === 0;
const isTypo = (offset: number): boolean => offset % 10 === 1;
const mixed: Settings['read'] = (_, rows) => ({
  kind: 'rows',
  rows: rows.flatMap((row, n) =>
    row
      ? [{ ...row, importId: isBad(n) ? 'imp_bad' : 'imp_good', address: `${n}@${isTypo(n) ? 'typos' : 'x'}.example` }]
      : [],
  ),
});
const worldOf = (settings: Partial<Settings> = {}) =>
  new World({ chunks: [30], quota: { maxSendRate: 1 }, read: mixed, ...settings });

const pass = (world: World, ms: number) => world.finish(world.time.sleepUntil(world.time.now() + ms));
const mailed = (world: World) => [...world.ses.accepted.keys()].map((key) => Number(key.split('/')[2]));
const counts = (world: World) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/0`);
  return ledger && countsOf(ledger);
};

/** A run that was held after some mails. */
const held = async (): Promise<World> => {
  const world = worldOf();
  await world.finish(world.release());
  void world.send();
  await pass(world, 12_000);
  await world.finish(world.control('hold', 1));
  await world.drain({ senders: 1 });
  return world;
};

it('mails nobody of an import that a person excludes when the run is resumed, and everybody else', async () => {
  const world = await held();
  const before = mailed(world);
  await world.finish(world.control('send', 2, bad));
  await world.finish(world.release({ wave: 2 }));

  expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
  const after = mailed(world).filter((offset) => !before.includes(offset));
  expect([after.filter(isBad), before.length > 0]).toEqual([[], true]);
  const out = Array.from({ length: 30 }, (_, n) => n).filter((n) => isBad(n) && !before.includes(n)).length;
  expect(counts(world)).toMatchObject({ accepted: 30 - out, suppressed: out, pending: 0 });
  expect(world.store.reports.get(`${RUN.runId}/2`)).toMatchObject({ suppressed: out, accepted: after.length });
  expect(world.meters.get('Excluded')).toBe(out);
});

it('mails nobody of an excluded domain', async () => {
  const world = worldOf();
  await world.finish(world.control('send', 1, typos));
  await world.finish(world.release());

  expect(await world.drain({ senders: 2 })).toBe(true);
  expect(mailed(world).filter(isTypo)).toEqual([]);
  expect(counts(world)).toMatchObject({ accepted: 27, suppressed: 3 });
});

it('claims nobody who is excluded while his slot is waited for', async () => {
  const world = worldOf({ quota: { maxSendRate: 0.2 } });
  await world.finish(world.release());
  void world.send();
  await pass(world, 1_000);
  const before = mailed(world);
  await world.finish(world.control('send', 1, bad));

  expect(await world.drain({ senders: 1 })).toBe(true);
  expect(mailed(world).filter((offset) => isBad(offset) && !before.includes(offset))).toEqual([]);
});

it('leaves out whom it has left out also in the next attempt, before a word about that has come', async () => {
  const world = await held();
  await world.finish(world.control('cancel', 2, bad));
  const before = mailed(world).filter(isBad);
  await world.finish(world.release({ run: { ...RUN, attempt: 2 }, wave: 2 }));

  expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
  expect(mailed(world).filter(isBad)).toEqual(before);
});

it('goes by the latest word, whatever comes late', async () => {
  const world = worldOf();
  await world.finish(world.control('send', 2, typos));
  await world.finish(world.control('hold', 1));
  await world.finish(world.control('send', 1, bad));
  await world.finish(world.release());

  expect(await world.drain({ senders: 1 })).toBe(true);
  expect(mailed(world)).toHaveLength(27);
});

/** A run of which those of the bad import were left out, and which has ended. Two of the others are suppressed for good. */
const ended = async (): Promise<World> => {
  const world = worldOf();
  for (const offset of [3, 4]) world.store.suppressed.add(`0-${offset}`);
  await world.finish(world.control('send', 1, bad));
  await world.finish(world.release());
  await world.drain({ senders: 1 });
  return world;
};
const second = { ...RUN, attempt: 2 };

it('mails those who were left out when a later attempt takes them in again, and nobody who is suppressed', async () => {
  const world = await ended();
  const before = counts(world);
  world.store.controls.set(RUN.runId, { control: 'send', revision: 2, attempt: 2 });
  await world.finish(world.release({ run: second, wave: 2, reconsider: ['suppressed'] }));

  expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
  expect(before).toMatchObject({ accepted: 19, suppressed: 11 });
  expect(counts(world)).toMatchObject({ accepted: 28, suppressed: 2 });
  expect(world.store.reports.get(`${RUN.runId}/2`)).toMatchObject({
    recipients: 11,
    accepted: 9,
    suppressed: 2,
    reconsidered: { left: 0, refused: 0, suppressed: 11 },
  });
  expect(world.ses.takenTwice).toEqual([]);
});

it('takes them in also before the word about that has come, unless it is of the same attempt', async () => {
  const world = await ended();
  await world.finish(world.release({ run: second, wave: 2, reconsider: ['suppressed'] }));
  await world.drain({ senders: 1, wave: 2 });
  const early = counts(world);

  world.store.controls.set(RUN.runId, { control: 'send', revision: 2, attempt: 3, exclude: typos });
  await world.finish(world.release({ run: { ...RUN, attempt: 3 }, wave: 3, reconsider: ['suppressed'] }));
  await world.drain({ senders: 1, wave: 3 });

  expect(early).toMatchObject({ accepted: 28, suppressed: 2 });
  expect(counts(world)).toMatchObject({ accepted: 28, suppressed: 2 });
});

it('tags mails with the import of their recipients, where there was one', async () => {
  const task = { ...RUN, chunk: 0, wave: 1, tick: 0, final: false };
  const row = { address: 'ada@x.example', token: 't', fields: {} };

  const { drawn } = await drawBatch(
    {
      suppressions: { among: async () => new Set(), record: async () => {} },
      compose: async ({ address }) => ({ kind: 'mail', from: 'f', to: address, raw: new Uint8Array() }),
      rows: [
        { ...row, contactId: 'one', importId: 'imp_1' },
        { ...row, contactId: 'two' },
      ],
      malformed: emptyBitmap(2),
      listId: 'lst_1',
      task,
    },
    untouchedChunk(2, 'c'),
    50,
  );

  expect(drawn.map(({ mail }) => mail.tags['import'])).toEqual(['imp_1', undefined]);
});
