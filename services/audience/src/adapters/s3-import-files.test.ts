import { inMemoryBucket } from '@bulkhead/testing';
import fc from 'fast-check';

import { contactIdOf } from './contact-id.ts';
import { S3ImportFiles } from './s3-import-files.ts';

const name = { importId: 'imp_1', attempt: 'a-0', chunk: 7 };
const ada = {
  contactId: contactIdOf('ada@example.com'),
  address: 'ada@example.com',
  fields: { name: 'Ada\u2028' },
  position: 7,
};
const eve = { ...ada, positions: { name: 3 }, isRepeated: true as const };

const setUp = () => {
  const bucket = inMemoryBucket('audience-bucket');
  return { bucket, files: new S3ImportFiles(bucket) };
};

it('reads back the chunk that it wrote', async () => {
  const { files } = setUp();

  const uri = await files.writeChunk(name, [ada, eve]);

  expect(uri).toBe('s3://audience-bucket/imports/imp_1/a-0/chunk-00007.ndjson');
  expect(await files.readChunk(uri)).toEqual([ada, eve]);
});

it('writes the same bytes when it writes the same contacts again', async () => {
  const { bucket, files } = setUp();
  const written = async () => {
    await files.writeChunk(name, [ada, eve]);
    return [...bucket.objects.values()][0]?.body;
  };

  expect(await written()).toEqual(await written());
});

it('reads back whatever may be said of contacts', async () => {
  const text = fc.string({ unit: 'binary' });
  const arrival = fc.record(
    {
      address: fc.emailAddress(),
      fields: fc.dictionary(fc.oneof(text, fc.constantFrom('a', 'b')), text, { noNullPrototype: true }),
      position: fc.nat(),
      // No column becomes a field of that name: underscores around a header are taken off.
      positions: fc.dictionary(
        text.filter((field) => field !== '__proto__'),
        fc.nat(),
        { noNullPrototype: true },
      ),
      isRepeated: fc.constant(true as const),
    },
    { requiredKeys: ['address', 'fields', 'position'] },
  );

  await fc.assert(
    fc.asyncProperty(fc.array(arrival), async (arrivals) => {
      const { files } = setUp();
      const chunk = arrivals.map((one) => ({ ...one, contactId: contactIdOf(one.address) }));

      expect(await files.readChunk(await files.writeChunk(name, chunk))).toEqual(chunk);
    }),
  );
});

it('gives up a chunk whose rows are gone, and says what to do', async () => {
  await expect(setUp().files.readChunk('s3://audience-bucket/imports/x')).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'chunk_missing',
  });
});

it('links to rejected rows for a quarter of an hour', async () => {
  const { files } = setUp();
  const rejected = files.rejectedRows(name);
  await rejected.add('sheet,row');

  expect(await files.linkToRejectedRows(await rejected.close(), '사람들.csv')).toBe(
    'https://audience-bucket.test/imports/imp_1/a-0/rejected-rows.csv?method=GET&seconds=900',
  );
});

it.each([1, 3_000])('keeps the order of rejected rows, whether there are a few or %i times as many', async (times) => {
  const { bucket, files } = setUp();
  const rejected = files.rejectedRows(name);
  const texts = Array.from({ length: times }, (_, n) => `${n} ${'가'.repeat(2_000)}\r\n`);

  for (const text of texts) await rejected.add(text);
  const key = await rejected.close();

  expect(bucket.objects.get(key)?.body.equals(Buffer.from(texts.join('')))).toBe(true);
  expect(bucket.objects.get(key)?.contentType).toBe('text/csv; charset=utf-8');
});
