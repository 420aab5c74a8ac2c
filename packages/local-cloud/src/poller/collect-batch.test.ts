import { collectBatch } from './collect-batch.ts';

const message = (n: number) => ({ MessageId: `m${n}` });

/** A queue whose polls answer these numbers of messages, and each take a second. */
const scripted = (...counts: readonly number[]) => {
  const asked: (readonly [most: number, seconds: number])[] = [];
  let clock = 0;

  return {
    asked,
    now: () => clock,
    receive: async (most: number, seconds: number) => {
      asked.push([most, seconds]);
      clock += 1_000;
      return Array.from({ length: counts[asked.length - 1] ?? 0 }, (_, n) => message(n));
    },
    delete: async () => {},
    giveBack: async () => {},
  };
};

const running = () => false;

describe('collectBatch', () => {
  it('takes what the first poll brings when there is no window', async () => {
    const queue = scripted(3, 4);

    const batch = await collectBatch(queue, { batchSize: 10, windowMs: 0, now: queue.now, isStopped: running });

    expect(batch).toHaveLength(3);
  });

  it('waits for more until the batch is full', async () => {
    const queue = scripted(10, 10, 5, 10);

    const batch = await collectBatch(queue, { batchSize: 25, windowMs: 60_000, now: queue.now, isStopped: running });

    expect(batch).toHaveLength(25);
    expect(queue.asked.map(([most]) => most)).toEqual([25, 15, 5]);
  });

  it('waits no longer than its window', async () => {
    const queue = scripted(1, 0, 0, 0, 0);

    const batch = await collectBatch(queue, { batchSize: 10, windowMs: 2_000, now: queue.now, isStopped: running });

    expect(batch).toHaveLength(1);
    expect(queue.asked).toHaveLength(3);
  });

  it('delivers what it has when asking for more fails: nobody else sees it for a whole visibility time-out', async () => {
    const queue = scripted(2);
    const flaky = {
      ...queue,
      receive: (most: number, seconds: number) =>
        queue.asked.length === 0 ? queue.receive(most, seconds) : Promise.reject(new Error('connection reset')),
    };

    const batch = await collectBatch(flaky, { batchSize: 10, windowMs: 60_000, now: queue.now, isStopped: running });

    expect(batch).toHaveLength(2);
  });

  it('fails when it has nothing yet', async () => {
    const queue = { ...scripted(), receive: () => Promise.reject(new Error('connection reset')) };

    const batch = collectBatch(queue, { batchSize: 10, windowMs: 60_000, now: queue.now, isStopped: running });

    await expect(batch).rejects.toThrow('connection reset');
  });

  it('asks for no more once it was stopped', async () => {
    const queue = scripted(1, 1);

    const batch = await collectBatch(queue, { batchSize: 10, windowMs: 60_000, now: queue.now, isStopped: () => true });

    expect(batch).toHaveLength(1);
  });
});
