import type { SqsApi } from '@bulkhead/lambda-kit/aws';

import { SqsStrangers } from './sqs-strangers.ts';

type SqsEntry = Parameters<SqsApi['sendBatch']>[1][number];

const setUp = (refused: readonly string[] = []) => {
  const batches: (readonly SqsEntry[])[] = [];
  const sqs = {
    sendBatch: async (_: string, entries: readonly SqsEntry[]) => {
      batches.push(entries);
      return refused;
    },
  };
  return { strangers: new SqsStrangers(sqs, 'http://localhost/strangers'), batches };
};
const event = (body: string) => ({ body, why: 'other_mail' as const });

it('sends events as they came, with the reason beside them', async () => {
  const { strangers, batches } = setUp();

  await strangers.keep([event('{"eventType":"Send"}')]);

  expect(batches).toEqual([
    [
      {
        Id: '0',
        MessageBody: '{"eventType":"Send"}',
        MessageAttributes: { code: { DataType: 'String', StringValue: 'other_mail' } },
      },
    ],
  ]);
});

it('sends ten at a time', async () => {
  const { strangers, batches } = setUp();

  await strangers.keep(Array.from({ length: 21 }, (_, n) => event(String(n))));

  expect(batches.map(({ length }) => length)).toEqual([10, 10, 1]);
  expect(batches.flat().map(({ MessageBody }) => MessageBody)).toEqual(Array.from({ length: 21 }, (_, n) => String(n)));
});

it('sends no more at once than SQS takes, however large the events are', async () => {
  const { strangers, batches } = setUp();
  const large = event('\u{ac00}'.repeat(50_000));

  await strangers.keep([large, large, event('small'), event('small')]);

  expect(batches.map(({ length }) => length)).toEqual([1, 3]);
});

it('fails if SQS takes not all of them, so that they come again', async () => {
  const { strangers } = setUp(['InternalError']);

  await expect(strangers.keep([event('{}')])).rejects.toMatchObject({
    name: 'RetryableError',
    code: 'strangers_not_kept',
  });
});
