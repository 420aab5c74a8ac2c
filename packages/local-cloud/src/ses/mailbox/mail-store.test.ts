import fc from 'fast-check';

import { MailStore, type MailSummary, rawOf } from './mail-store.ts';

const LIMITS = { maxMessages: 100, maxMegabytes: 10, compressAfter: 1000 };

const summary = (id: string): MailSummary => ({
  id,
  at: 0,
  from: 'a@b.example',
  to: ['c@d.example'],
  subject: '',
  configurationSet: undefined,
  tags: {},
  size: 1,
});

const idsOf = (store: MailStore, below?: number): readonly string[] =>
  [...store.newestFirst(below)].map(({ id }) => id);

describe('MailStore', () => {
  it('keeps the newest, in order, and counts those it dropped', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 10 }), (count, maxMessages) => {
        const store = new MailStore({ ...LIMITS, maxMessages });
        const ids = Array.from({ length: count }, (_, n) => `m${n}`);

        for (const id of ids) store.add(summary(id), Buffer.from('x'));

        expect(idsOf(store)).toEqual(ids.slice(-maxMessages).toReversed());
        expect(store.dropped).toBe(Math.max(0, count - maxMessages));
        expect(ids.filter((id) => store.get(id) !== undefined)).toEqual(ids.slice(-maxMessages));
      }),
    );
  });

  it('drops the oldest when the bytes are too many, never the last', () => {
    const store = new MailStore({ ...LIMITS, maxMegabytes: 1 });
    const random = Buffer.from(Array.from({ length: 700_000 }, (_, n) => (n * 2_654_435_761) >>> 24));

    for (const id of ['a', 'b']) store.add(summary(id), random);
    store.add(summary('c'), Buffer.alloc(3_000_000));

    expect(idsOf(store)).toContain('c');
    expect(store.size + store.dropped).toBe(3);
  });

  it('compresses beyond a number and gives the same bytes back', () => {
    const store = new MailStore({ ...LIMITS, compressAfter: 1 });
    const raw = Buffer.from('안녕하세요 '.repeat(500));

    const [plain, compressed] = [store.add(summary('a'), raw), store.add(summary('b'), raw)];

    expect(compressed.raw.length).toBeLessThan(plain.raw.length);
    expect(rawOf(compressed)).toEqual(raw);
    expect(rawOf(plain)).toEqual(raw);
  });

  it('goes on below a cursor while messages come and go', () => {
    const store = new MailStore({ ...LIMITS, maxMessages: 4 });
    const [, , third] = ['a', 'b', 'c', 'd'].map((id) => store.add(summary(id), Buffer.from('x')));
    const walk = store.newestFirst(third?.sequence);

    expect(walk.next().value).toMatchObject({ id: 'b' });
    for (const id of ['e', 'f']) store.add(summary(id), Buffer.from('x'));
    expect(walk.next().done).toBe(true);
    expect(idsOf(store)).toEqual(['f', 'e', 'd', 'c']);
  });

  it('is empty after being cleared, and does not use a sequence number again', () => {
    const store = new MailStore(LIMITS);
    const before = store.add(summary('a'), Buffer.from('x'));

    store.clear();

    expect(idsOf(store)).toEqual([]);
    expect(store.add(summary('b'), Buffer.from('x')).sequence).toBeGreaterThan(before.sequence);
  });
});
