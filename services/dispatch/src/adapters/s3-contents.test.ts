import { createHash } from 'node:crypto';

import { inMemoryBucket } from '@bulkhead/testing';

import { S3Contents, S3Tests } from './s3-contents.ts';
import { S3Objects } from './s3-objects.ts';

const file = 'exchange/run_1/med_1';
const uri = 's3://campaigns/exchange/run_1/content.json';
const body = Buffer.from('%PDF-1.7');
const attachment = {
  uri: `s3://campaigns/${file}`,
  fileName: '목록.pdf',
  contentType: 'application/pdf',
  size: body.byteLength,
  sha256: createHash('sha256').update(body).digest('hex'),
};
const frozen = {
  version: 1,
  runId: 'run_1',
  campaignId: 'cmp_1',
  listId: 'lst_1',
  from: { address: 'news@example.com' },
  subject: 'Hello',
  html: '<p>Hello</p>',
  fields: [],
  attachments: [attachment],
};

const setUp = async (content: object = frozen) => {
  const bucket = inMemoryBucket('campaigns');
  const put = (key: string, document: object) =>
    bucket.put(key, { body: JSON.stringify(document), contentType: 'application/json' });
  await put('exchange/run_1/content.json', content);
  await put('exchange/tests/tst_1.json', {
    version: 1,
    testId: 'tst_1',
    content,
    recipients: [{ address: 'me@example.com', fields: {} }],
  });
  await bucket.put(file, { body, contentType: 'application/pdf' });
  const read: string[] = [];
  const objects = new S3Objects((_, key) => {
    read.push(key);
    return bucket.get(key);
  });
  return { bucket, read, contents: new S3Contents(objects), tests: new S3Tests(objects) };
};

it('reads content with its attachments, once', async () => {
  const { contents, read } = await setUp();

  await contents.read(uri);
  const content = await contents.read(uri);

  expect(content.attachments).toEqual([
    { fileName: '목록.pdf', contentType: 'application/pdf', contentId: undefined, body },
  ]);
  expect(read).toEqual(['exchange/run_1/content.json', file]);
});

it('reads content that has none', async () => {
  const { contents } = await setUp({ ...frozen, attachments: undefined });

  expect((await contents.read(uri)).attachments).toEqual([]);
});

it('reads the attachments of a test', async () => {
  const { tests } = await setUp();

  expect(await tests.read('s3://campaigns/exchange/tests/tst_1.json')).toMatchObject({
    content: { attachments: [{ fileName: '목록.pdf', body }] },
    recipients: [{ address: 'me@example.com' }],
  });
});

it.each([
  ['is missing', 'attachment_missing', async (bucket: ReturnType<typeof inMemoryBucket>) => bucket.remove(file)],
  [
    'has changed',
    'attachment_changed',
    async (bucket: ReturnType<typeof inMemoryBucket>) =>
      void (await bucket.put(file, { body: 'other', contentType: 'application/pdf' })),
  ],
])('sends nothing without an attachment that %s', async (_, code, happen) => {
  const { bucket, contents } = await setUp();
  await happen(bucket);

  await expect(contents.read(uri)).rejects.toMatchObject({ name: 'PermanentError', code });
});
