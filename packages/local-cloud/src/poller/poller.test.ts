import type { Message } from '@aws-sdk/client-sqs';
import fc from 'fast-check';

import type { Invocation } from '../lambda/invocation.ts';
import { Poller, type PollerOptions } from './poller.ts';
import type { Queue } from './queue.ts';

const done: Invocation = { kind: 'answered', payload: 'null' };

/** A queue in memory; what is received is invisible until deleted or given back. */
class InMemoryQueue implements Queue {
  readonly visible: Message[];
  readonly invisible = new Set<Message>();
  readonly deleted: Message[] = [];

  constructor(count: number) {
    this.visible = Array.from({ length: count }, (_, n) => ({ MessageId: `m${n}`, ReceiptHandle: `r${n}`, Body: 'b' }));
  }

  async receive(most: number): Promise<readonly Message[]> {
    await new Promise((resolve) => setImmediate(resolve));
    const messages = this.visible.splice(0, Math.min(most, 10));
    for (const message of messages) this.invisible.add(message);
    return messages;
  }

  async delete(messages: readonly Message[]): Promise<void> {
    for (const message of messages) if (this.invisible.delete(message)) this.deleted.push(message);
  }

  async giveBack(messages: readonly Message[]): Promise<void> {
    for (const message of messages) if (this.invisible.delete(message)) this.visible.push(message);
  }
}

const poll = (queue: Queue, over: Partial<PollerOptions>) =>
  new Poller({
    queue,
    batchSize: 10,
    windowSeconds: 0,
    concurrency: 2,
    reportsFailures: true,
    invoke: async () => done,
    log: () => {},
    ...over,
  });

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('a poller', () => {
  it('deletes what the function handled and leaves what it failed', async () => {
    const queue = new InMemoryQueue(3);
    const payload = JSON.stringify({ batchItemFailures: [{ itemIdentifier: 'm1' }] });

    const poller = poll(queue, { invoke: async () => ({ kind: 'answered', payload }) });
    await until(() => queue.deleted.length === 2);
    await poller.stop();

    expect(queue.deleted.map(({ MessageId }) => MessageId)).toEqual(['m0', 'm2']);
    expect([...queue.invisible]).toMatchObject([{ MessageId: 'm1' }]);
  });

  it('ignores reported failures of a function that did not say it reports them', async () => {
    const queue = new InMemoryQueue(1);
    const payload = JSON.stringify({ batchItemFailures: [{ itemIdentifier: 'm0' }] });

    const poller = poll(queue, { reportsFailures: false, invoke: async () => ({ kind: 'answered', payload }) });
    await until(() => queue.deleted.length === 1);
    await poller.stop();

    expect(queue.invisible.size).toBe(0);
  });

  it('gives the batch back at once and stops when the host is gone', async () => {
    const queue = new InMemoryQueue(2);

    const poller = poll(queue, { concurrency: 1, invoke: async () => ({ kind: 'host_gone', service: 'campaigns' }) });
    await until(() => poller.stats().isStopped && queue.visible.length === 2);
    await poller.stop();

    expect(queue.deleted).toEqual([]);
    expect(queue.invisible.size).toBe(0);
  });

  it('goes on when a call broke off though its host lives', async () => {
    const queue = new InMemoryQueue(2);
    const answers: Invocation[] = [{ kind: 'broken_off', service: 'campaigns' }];

    const poller = poll(queue, { batchSize: 1, concurrency: 1, invoke: async () => answers.pop() ?? done });
    await until(() => queue.deleted.length === 1);

    expect(queue.deleted).toMatchObject([{ MessageId: 'm1' }]);
    expect([...queue.invisible]).toMatchObject([{ MessageId: 'm0' }]);
    expect(poller.stats().isStopped).toBe(false);
    await poller.stop();
  });

  it('leaves a batch to its visibility time-out when the function threw', async () => {
    const queue = new InMemoryQueue(2);
    const threw: Invocation = { kind: 'failed', errorType: 'TypeError', errorMessage: 'no', payload: '{}' };

    const poller = poll(queue, { invoke: async () => threw });
    await until(() => poller.stats().failures === 2);
    await poller.stop();

    expect(queue.invisible.size).toBe(2);
    expect(queue.deleted).toEqual([]);
  });

  it('goes on after a poll that failed', async () => {
    const queue = new InMemoryQueue(1);
    const receive = queue.receive.bind(queue);
    let calls = 0;
    const flaky = Object.assign(queue, {
      receive: async (most: number) => {
        calls += 1;
        if (calls === 1) throw new Error('connection reset');
        return receive(most);
      },
    });

    const poller = poll(flaky, {});
    await until(() => queue.deleted.length === 1);
    await poller.stop();

    expect(calls).toBeGreaterThan(1);
  });

  it('handles every message once, never more batches at a time than allowed, and stops with nothing under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ count: fc.integer({ min: 1, max: 60 }), concurrency: fc.integer({ min: 1, max: 4 }) }),
        fc.integer({ min: 1, max: 25 }),
        async ({ count, concurrency }, batchSize) => {
          const queue = new InMemoryQueue(count);
          let busy = 0;
          let most = 0;
          const poller = poll(queue, {
            batchSize,
            concurrency,
            invoke: async () => {
              busy += 1;
              most = Math.max(most, busy);
              await new Promise((resolve) => setImmediate(resolve));
              busy -= 1;
              return done;
            },
          });

          await until(() => queue.deleted.length === count);
          await poller.stop();

          expect(new Set(queue.deleted).size).toBe(count);
          expect(most).toBeLessThanOrEqual(concurrency);
          expect(poller.stats().underWay).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });
});
