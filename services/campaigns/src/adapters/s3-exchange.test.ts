import { createHash } from 'node:crypto';

import { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import { inMemoryBucket } from '@bulkhead/testing';
import * as z from 'zod/mini';

import type { FrozenContent } from '../application/content-ports.ts';
import { pdf } from '../testing/world.ts';
import { S3Exchange } from './s3-exchange.ts';

const content: FrozenContent = {
  runId: 'run_1',
  campaignId: 'cmp_1',
  listId: 'lst_1',
  from: { name: '벌크헤드', address: 'letters@example.com' },
  replyTo: 'hello@example.com',
  subject: '{{ 이름 }}',
  html: '<p/>',
  fields: ['이름'],
};
const setUp = () => {
  const bucket = inMemoryBucket('bulkhead-dev-campaigns-1');
  const document = (key: string): unknown => JSON.parse(bucket.objects.get(key)?.body.toString() ?? 'null');
  return { bucket, document, exchange: new S3Exchange(bucket) };
};

describe('S3Exchange', () => {
  it('puts frozen content where the others may read it', async () => {
    const { bucket, document, exchange } = setUp();

    const uri = await exchange.freeze(content);

    const key = uri.replace('s3://bulkhead-dev-campaigns-1/', '');
    expect(key).toMatch(/^exchange\/run_1\/content-[0-9a-f]{16}\.json$/);
    expect(await bucket.head(key)).toMatchObject({ contentType: 'application/json' });
    expect(z.parse(FrozenContentV1, document(key))).toEqual({ version: 1, ...content });
  });

  it('replaces frozen content by nothing else, and repeats it as it is', async () => {
    const { bucket, exchange } = setUp();

    const uris = [
      await exchange.freeze(content),
      await exchange.freeze({ ...content, subject: 'Changed meanwhile' }),
      await exchange.freeze(content),
    ];

    expect([uris[0], uris[1] === uris[0]]).toEqual([uris[2], false]);
    expect(bucket.objects.size).toBe(2);
  });

  it.each([
    ['run_1', 'exchange/run_1'],
    ['tst_1', 'exchange/tests/tst_1'],
  ])('copies a file for %s, where nobody changes it', async (owner, folder) => {
    const { bucket, exchange } = setUp();
    await bucket.put('media/med_1', { body: '%PDF-1.7', contentType: 'application/pdf' });

    const file = await exchange.keepFile(owner, { media: pdf, fileName: 'a.pdf' });
    await bucket.put('media/med_1', { body: 'changed', contentType: 'application/pdf' });
    await exchange.keepFile(owner, { media: pdf, fileName: 'a.pdf' });

    const sha256 = createHash('sha256').update('%PDF-1.7').digest('hex');
    const key = `${folder}/med_1-${sha256.slice(0, 16)}`;
    expect(file).toEqual({
      uri: `s3://bulkhead-dev-campaigns-1/${key}`,
      fileName: 'a.pdf',
      contentType: 'application/pdf',
      size: 8,
      sha256,
    });
    expect(bucket.objects.get(key)?.body.toString()).toBe('%PDF-1.7');
  });

  it('copies no file that nobody has uploaded', async () => {
    expect(await setUp().exchange.keepFile('run_1', { media: pdf, fileName: 'a.pdf' })).toBeUndefined();
  });

  it('puts a test with its addresses where they stay out of messages', async () => {
    const { document, exchange } = setUp();
    const recipients = [{ address: 'me@example.com', fields: { 이름: '김' } }];

    const uri = await exchange.keepTest('tst_1', { ...content, runId: 'tst_1' }, recipients);

    expect(uri).toBe('s3://bulkhead-dev-campaigns-1/exchange/tests/tst_1.json');
    expect(z.parse(TestSendV1, document('exchange/tests/tst_1.json'))).toMatchObject({ testId: 'tst_1', recipients });
  });
});
