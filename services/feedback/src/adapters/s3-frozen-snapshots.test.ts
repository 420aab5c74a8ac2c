import { gzipSync } from 'node:zlib';

import { S3FrozenSnapshots } from './s3-frozen-snapshots.ts';

const BUCKET = 's3://audience/';
const row = (name: string) => ({ contactId: name, address: `${name}@example.com`, token: 't', fields: { name } });
const zipped = (...lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(''));

const entryOf = (chunk: number, recipients: number, rows = `${BUCKET}exchange/run_1/take/${chunk}.gz`) => ({
  chunk,
  rows,
  recipients,
  etag: `"etag-${chunk}"`,
});

const setUp = (chunks: readonly ReturnType<typeof entryOf>[], objects: Readonly<Record<string, Buffer>>) => {
  const manifest = {
    version: 1,
    runId: 'run_1',
    listId: 'lst_1',
    listName: 'Letters',
    recipients: 3,
    fields: [],
    unsubscribeUrl: 'https://example.com/u/',
    chunks,
  };
  const all = { 'exchange/run_1/manifest.json': Buffer.from(JSON.stringify(manifest)), ...objects };
  const found = new Map(Object.entries(all));
  return new S3FrozenSnapshots({
    get: async (key) => {
      const body = found.get(key);
      return body && { body, etag: `etag-${/(\d+)\.gz$/.exec(key)?.[1]}` };
    },
    uriOf: (key) => BUCKET + key,
  });
};

describe('the people of a snapshot', () => {
  it('are read chunk by chunk, and of each only who it is', async () => {
    const lines = [row('anna'), { ...row('ben'), importId: 'imp_1' }].map((each) => JSON.stringify(each));
    const snapshots = setUp([entryOf(0, 2)], { 'exchange/run_1/take/0.gz': zipped(...lines) });

    const people = await snapshots.find('run_1');

    expect(people?.chunks).toEqual([{ chunk: 0, recipients: 2 }]);
    expect(await people?.read(0)).toEqual([
      { contactId: 'anna', address: 'anna@example.com' },
      { contactId: 'ben', address: 'ben@example.com', importId: 'imp_1' },
    ]);
  });

  it('are picked from among the others', async () => {
    const lines = ['anna', 'ben', 'chris'].map((name) => JSON.stringify(row(name)));
    const snapshots = setUp([entryOf(0, 3)], { 'exchange/run_1/take/0.gz': zipped(...lines) });

    const people = await (await snapshots.find('run_1'))?.pick(0, [2, 0, 3]);

    expect([...(people ?? [])].map(([offset, { contactId }]) => [offset, contactId])).toEqual([
      [2, 'chris'],
      [0, 'anna'],
    ]);
  });

  it('are unknown one by one where a row cannot be read', async () => {
    const line = JSON.stringify(row('anna'));
    const snapshots = setUp([entryOf(0, 2)], { 'exchange/run_1/take/0.gz': zipped('{broken', line) });

    const people = await (await snapshots.find('run_1'))?.read(0);

    expect(people?.map((person) => person?.contactId)).toEqual([undefined, 'anna']);
  });

  it.each([
    ['is gone', entryOf(0, 1), {}],
    ['is cut off', entryOf(0, 1), { 'exchange/run_1/take/0.gz': zipped(JSON.stringify(row('anna'))).subarray(0, 20) }],
    ['has another number of rows', entryOf(0, 2), { 'exchange/run_1/take/0.gz': zipped(JSON.stringify(row('anna'))) }],
    [
      'is another object by now',
      { ...entryOf(0, 1), etag: 'etag-9' },
      { 'exchange/run_1/take/0.gz': zipped(JSON.stringify(row('anna'))) },
    ],
    [
      'lies elsewhere',
      entryOf(0, 1, 's3://audience/uploads/0.gz'),
      { 'uploads/0.gz': zipped(JSON.stringify(row('anna'))) },
    ],
  ])('are unknown where their chunk %s', async (_, entry, objects) => {
    const people = await setUp([entry], objects).find('run_1');

    expect(await people?.read(0)).toBeUndefined();
    expect(await people?.pick(0, [0])).toEqual(new Map());
  });

  it('are nobody where there is no manifest', async () => {
    expect(await setUp([], {}).find('run_2')).toBeUndefined();
  });
});
