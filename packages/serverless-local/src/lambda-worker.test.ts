import fc from 'fast-check';
import type { Failure, LambdaThread, Reply } from './lambda-thread.ts';
import { LambdaWorker } from './lambda-worker.ts';

const crash: Failure = { name: 'Runtime.ExitError', message: 'the runtime exited: exit status 3', stack: undefined };

interface FakeThread extends LambdaThread {
  readonly code: number;
  readonly isGone: () => boolean;
  /** Answers the call under way with the version of the code that the thread was started with. */
  answer: () => void;
}

/** Threads that do nothing of their own accord. */
class Threads {
  readonly started: FakeThread[] = [];
  code = 1;

  start(): FakeThread {
    const { code } = this;
    const gone = Promise.withResolvers<Reply>();
    let isGone = false;
    let pending: ((reply: Reply) => void) | undefined;
    const thread: FakeThread = {
      code,
      isGone: () => isGone,
      gone: gone.promise,
      answer: () => {
        pending?.({ ok: true, result: code });
        pending = undefined;
      },
      call: () => {
        if (isGone) return gone.promise;
        return Promise.race([new Promise<Reply>((resolve) => (pending = resolve)), gone.promise]);
      },
      end: (error) => {
        isGone = true;
        gone.resolve({ ok: false, error });
        return gone.promise;
      },
    };
    this.started.push(thread);

    return thread;
  }

  get live(): readonly FakeThread[] {
    return this.started.filter(({ isGone }) => !isGone());
  }
}

const given = () => {
  const threads = new Threads();
  const failures: Failure[] = [];
  const worker = new LambdaWorker({
    startThread: () => threads.start(),
    onFailed: (failure) => failures.push(failure),
    onTerminated: () => undefined,
  });
  const call = () =>
    new Promise<unknown>((postMessage) => {
      worker.postMessage({ event: {}, context: {}, port: { postMessage, close: () => undefined } });
    });

  return { threads, failures, worker, call };
};

describe('LambdaWorker', () => {
  it('serves one call after the other with one thread', async () => {
    const { threads, call } = given();

    for (const _ of [1, 2, 3]) {
      const answer = call();
      threads.live[0]?.answer();
      await answer;
    }

    expect(threads.started).toHaveLength(1);
  });

  it('answers a call whose thread crashes with the name of the error in front of its stack', async () => {
    const { threads, failures, call } = given();

    const answer = call();
    await threads.live[0]?.end(crash);

    expect(await answer).toMatchObject({
      message: 'the runtime exited: exit status 3',
      stack: 'Runtime.ExitError: the runtime exited: exit status 3',
    });
    expect(failures).toEqual([crash]);
  });

  it('answers every call with the newest code, or with an error if its thread crashed under it', async () => {
    const step = fc.constantFrom('answer', 'crash', 'change', 'crash while idle');

    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { threads, worker, call } = given();
        const follow = {
          answer: async () => {
            const answer = call();
            threads.live[0]?.answer();
            return (await answer) === threads.code;
          },
          crash: async () => {
            const answer = call();
            await threads.live[0]?.end(crash);
            return (await answer) instanceof Error;
          },
          change: async () => {
            threads.code += 1;
            worker.retire();
            return threads.live.length === 0;
          },
          'crash while idle': async () => {
            await threads.live[0]?.end(crash);
            return threads.live.length === 0;
          },
        };

        for (const next of steps) expect(await follow[next]()).toBe(true);
        expect(threads.live.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lets a call finish with the code it began with when the code changes under it', async () => {
    const { threads, worker, call } = given();

    const first = call();
    threads.code = 2;
    worker.retire();
    threads.live[0]?.answer();
    const firstAnswer = await first;
    const second = call();
    threads.live[0]?.answer();

    expect([firstAnswer, await second]).toEqual([1, 2]);
    expect(threads.live).toHaveLength(1);
  });

  it('tells a call under way when it is terminated', async () => {
    const { worker, call } = given();

    const answer = call();
    await worker.terminate();

    expect(await answer).toMatchObject({ message: 'the runtime was ended' });
  });
});
