import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';
import * as z from 'zod/mini';

import type { QueueEdge } from './edge.ts';
import { PermanentError, RetryableError } from './errors.ts';
import { type Delivery, sqsHandler } from './sqs-handler.ts';

const Order = z.object({ name: z.string(), correlationid: z.optional(z.string()) });
type Order = z.infer<typeof Order>;

const setUp = (handle: (order: Order, delivery: Delivery) => Promise<void>, edge: QueueEdge = recordingEdge()) => {
  const handler = sqsHandler({ schema: Order, handle }, edge);
  return (...bodies: readonly unknown[]) => handler(sqsEvent(...bodies), lambdaContext);
};
const failingOn =
  (name: string, error: unknown) =>
  async (order: Order): Promise<void> => {
    if (order.name === name) throw error;
  };

describe('sqsHandler', () => {
  it('handles every message of a batch', async () => {
    const names: string[] = [];
    const deliver = setUp(async ({ name }) => void names.push(name));

    expect(await deliver({ name: 'a' }, { name: 'b' })).toEqual({ batchItemFailures: [] });
    expect(names).toEqual(['a', 'b']);
  });

  it('parks what cannot be read, body unchanged and with the reason, and goes on', async () => {
    const edge = recordingEdge();
    const names: string[] = [];
    const deliver = setUp(async ({ name }) => void names.push(name), edge);

    const answer = await deliver('not json', { nam: 'b' }, { name: 'c' });

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(names).toEqual(['c']);
    expect(edge.parkedMessages).toEqual([
      { body: 'not json', code: 'message_malformed', reason: expect.stringContaining('(root)') },
      { body: '{"nam":"b"}', code: 'message_malformed', reason: expect.stringContaining('name') },
    ]);
  });

  it('parks what its handler calls permanent', async () => {
    const edge = recordingEdge();
    const gone = new PermanentError({ code: 'campaign_not_found', message: 'There is no such campaign' });
    const deliver = setUp(failingOn('b', gone), edge);

    expect(await deliver({ name: 'a' }, { name: 'b' })).toEqual({ batchItemFailures: [] });
    expect(edge.parked).toEqual(['campaign_not_found']);
  });

  it.each([
    ['a retryable error', new RetryableError({ code: 'busy', message: 'Busy' })],
    ['any other error', new TypeError('undefined is not a function')],
    ['something thrown that is no error', 'oops'],
  ])('hands back the message, and only that, after %s', async (_, thrown) => {
    const deliver = setUp(failingOn('b', thrown));

    const answer = await deliver({ name: 'a' }, { name: 'b' }, { name: 'c' });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('hands back what it could not park: nothing is lost', async () => {
    const edge = { ...recordingEdge(), deadLetters: { park: () => Promise.reject(new Error('no queue')) } };
    const deliver = setUp(async () => {}, edge);

    expect(await deliver('not json')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('gives the handler a log that carries the ids of the message', async () => {
    const edge = recordingEdge();
    const deliver = setUp(async (_, { log }) => log.info('seen'), edge);

    await deliver({ name: 'a', correlationid: 'chain-1' }, { name: 'b' });

    expect(edge.lines).toMatchObject([
      { code: 'seen', fields: { messageId: 'm0', correlationId: 'chain-1' } },
      { code: 'seen', fields: { messageId: 'm1' } },
    ]);
  });

  it('logs and counts failures by their code, without a word of the message', async () => {
    const edge = recordingEdge();
    const deliver = setUp(failingOn('min@example.com', new RetryableError({ code: 'busy', message: 'Busy' })), edge);

    await deliver('not json', { name: 'min@example.com', correlationid: 'chain-1' });

    expect(edge.lines).toMatchObject([
      { level: 'warn', code: 'message_parked', fields: { messageId: 'm0', code: 'message_malformed' } },
      { level: 'warn', code: 'message_handed_back', fields: { correlationId: 'chain-1', code: 'busy' } },
    ]);
    expect(JSON.stringify(edge.lines)).not.toContain('@');
    expect(Object.fromEntries(edge.meterings)).toEqual({ MessagesParked: 1, MessagesHandedBack: 1 });
    expect(edge.flushes).toHaveLength(1);
  });
});
