import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import { mockClient } from 'aws-sdk-client-mock';
import * as z from 'zod/mini';

import type { FrozenContent } from '../application/ports.ts';
import { S3Exchange } from './s3-exchange.ts';

const s3 = mockClient(S3Client);
const exchange = new S3Exchange(new S3Client({ region: 'eu-west-1' }), 'bulkhead-dev-campaigns-1');
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
const put = () => s3.commandCalls(PutObjectCommand)[0]?.args[0].input;
const document = (): unknown => {
  const body = put()?.Body;
  return typeof body === 'string' ? JSON.parse(body) : undefined;
};

beforeEach(() => {
  s3.reset();
  s3.on(PutObjectCommand).resolves({});
});

describe('S3Exchange', () => {
  it('puts frozen content where the others may read it', async () => {
    expect(await exchange.freeze(content)).toBe('s3://bulkhead-dev-campaigns-1/exchange/run_1/content.json');
    expect(put()).toMatchObject({ Key: 'exchange/run_1/content.json', ContentType: 'application/json' });
    expect(z.parse(FrozenContentV1, document())).toEqual({ version: 1, ...content });
  });

  it('puts a test with its addresses where they stay out of messages', async () => {
    const recipients = [{ address: 'me@example.com', fields: { 이름: '김' } }];

    const uri = await exchange.keepTest('tst_1', { ...content, runId: 'tst_1' }, recipients);

    expect(uri).toBe('s3://bulkhead-dev-campaigns-1/exchange/tests/tst_1.json');
    expect(z.parse(TestSendV1, document())).toMatchObject({ testId: 'tst_1', recipients });
  });
});
