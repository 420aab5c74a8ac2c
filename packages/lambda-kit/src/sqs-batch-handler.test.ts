import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';
import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';

import type { QueueEdge } from './edge.ts';
import { PermanentError, RetryableError } from './errors.ts';
import { parseMessage } from './parse.ts';
import { type Received, sqsBatchHandler, type Unhandled } from './sqs-batch-handler.ts';

const Counted = z.object({ count: z.number() });
type Counted = z.infer<typeof Counted>;
type HandleAll = (received: readonly Received<Counted>[]) => Promise<readonly Unhandled<Counted>[]>;

const setUp = (handleAll: HandleAll, edge: QueueEdge = recordingEdge()) => {
  const handler = sqsBatchHandler({ parse: (body) => parseMessage(Counted, body), handleAll }, edge);
  return (event: SQSEvent, context: Context = lambdaContext) => handler(event, context);
};
const failing =
  (error: unknown): HandleAll =>
  async (received) =>
    received.filter(({ message }) => message.count < 0).map((each) => ({ received: each, error }));

describe('sqsBatchHandler', () => {
  it('hands all readable messages over together, in their order', async () => {
    const batches: number[][] = [];
    const deliver = setUp(async (received) => {
      batches.push(received.map(({ message }) => message.count));
      return [];
    });

    const answer = await deliver(sqsEvent({ count: 1 }, { count: 2 }, { count: 3 }));

    expect(batches).toEqual([[1, 2, 3]]);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  it('parks what cannot be read, with the reason, and handles the rest', async () => {
    const edge = recordingEdge();
    const counts: number[] = [];
    const deliver = setUp(async (received) => {
      counts.push(...received.map(({ message }) => message.count));
      return [];
    }, edge);

    const answer = await deliver(sqsEvent('not json', { count: 2 }, { count: 'many' }));

    expect(counts).toEqual([2]);
    expect(edge.parkedMessages).toMatchObject([
      { body: 'not json', code: 'message_malformed' },
      { body: '{"count":"many"}', code: 'message_malformed', reason: expect.stringContaining('count') },
    ]);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  it('does not bother the handler when nothing could be read', async () => {
    const deliver = setUp(() => Promise.reject(new Error('bothered')));

    expect(await deliver(sqsEvent('not json'))).toEqual({ batchItemFailures: [] });
  });

  it('hands back exactly the messages that failed', async () => {
    const deliver = setUp(failing(new RetryableError({ code: 'busy', message: 'Busy' })));

    const answer = await deliver(sqsEvent({ count: 1 }, { count: -1 }, { count: 2 }));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('parks the messages that nothing can help', async () => {
    const edge = recordingEdge();
    const deliver = setUp(failing(new PermanentError({ code: 'negative', message: 'Counts start at zero' })), edge);

    expect(await deliver(sqsEvent({ count: 1 }, { count: -1 }))).toEqual({ batchItemFailures: [] });
    expect(edge.parkedMessages).toEqual([{ body: '{"count":-1}', code: 'negative', reason: 'Counts start at zero' }]);
  });

  it.each([new Error('lost'), new PermanentError({ code: 'odd', message: 'Whose fault?' })])(
    'hands all of them back when the handler throws: one error ($name) condemns no batch',
    async (error) => {
      const edge = recordingEdge();
      const deliver = setUp(() => Promise.reject(error), edge);

      const answer = await deliver(sqsEvent({ count: 1 }, { count: 2 }));

      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }, { itemIdentifier: 'm1' }] });
      expect(edge.parked).toEqual([]);
    },
  );

  it('hands back what it could not park', async () => {
    const edge = { ...recordingEdge(), deadLetters: { park: () => Promise.reject(new Error('no queue')) } };
    const deliver = setUp(async () => [], edge);

    const answer = await deliver(sqsEvent('not json', { count: 1 }));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('counts and logs each failure with the id of its message', async () => {
    const edge = recordingEdge();
    const deliver = setUp(failing(new RetryableError({ code: 'busy', message: 'Busy' })), edge);

    await deliver(sqsEvent('not json', { count: -1 }));

    expect(edge.lines).toMatchObject([
      { level: 'warn', code: 'message_parked', fields: { messageId: 'm0', code: 'message_malformed' } },
      { level: 'warn', code: 'message_handed_back', fields: { messageId: 'm1', code: 'busy' } },
    ]);
    expect(Object.fromEntries(edge.meterings)).toEqual({ MessagesParked: 1, MessagesHandedBack: 1 });
    expect(edge.flushes).toHaveLength(1);
  });
});
