import { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import { inMemoryBucket } from '@bulkhead/testing';
import * as z from 'zod/mini';

import type { FrozenContent } from '../application/ports.ts';
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

    expect(uri).toBe('s3://bulkhead-dev-campaigns-1/exchange/run_1/content.json');
    expect(await bucket.head('exchange/run_1/content.json')).toMatchObject({ contentType: 'application/json' });
    expect(z.parse(FrozenContentV1, document('exchange/run_1/content.json'))).toEqual({ version: 1, ...content });
  });

  it('puts a test with its addresses where they stay out of messages', async () => {
    const { document, exchange } = setUp();
    const recipients = [{ address: 'me@example.com', fields: { 이름: '김' } }];

    const uri = await exchange.keepTest('tst_1', { ...content, runId: 'tst_1' }, recipients);

    expect(uri).toBe('s3://bulkhead-dev-campaigns-1/exchange/tests/tst_1.json');
    expect(z.parse(TestSendV1, document('exchange/tests/tst_1.json'))).toMatchObject({ testId: 'tst_1', recipients });
  });
});
