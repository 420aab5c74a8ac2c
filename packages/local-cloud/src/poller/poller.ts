import { setTimeout as sleep } from 'node:timers/promises';

import type { Message } from '@aws-sdk/client-sqs';

import { errorText } from '../error-text.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { Log } from '../log.ts';
import { failedIds } from './batch-answer.ts';
import { collectBatch } from './collect-batch.ts';
import type { Queue } from './queue.ts';
import { createSlots } from './slots.ts';

const PAUSE_AFTER_ERROR_MS = 500;

export interface PollerOptions {
  readonly queue: Queue;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly concurrency: number;
  readonly reportsFailures: boolean;
  readonly invoke: (messages: readonly Message[]) => Promise<Invocation>;
  readonly log: Log;
}

export interface Poller {
  readonly stats: () => PollerStats;
  /** Stops after the poll and the invocations that are under way. */
  stop(): Promise<void>;
}

export interface PollerStats {
  readonly batches: number;
  readonly messages: number;
  readonly failures: number;
  readonly busy: number;
  readonly isStopped: boolean;
}

/**
 * Feeds one queue to one function, as Lambda's event source mapping does.
 *
 * One loop receives and up to `concurrency` invocations run beside it, so an idle queue costs one long poll
 * and a busy one is served as fast as it may be.
 */
export const startPoller = (options: PollerOptions): Poller => {
  const { queue, concurrency, log } = options;
  const slots = createSlots(concurrency);
  const seen = { batches: 0, messages: 0, failures: 0 };
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };

  const deliver = async (messages: readonly Message[]): Promise<void> => {
    const invocation = await options.invoke(messages);
    if (invocation.kind === 'host_gone') {
      stop();
      await queue.giveBack(messages);
      return;
    }
    const failed = failuresOf(invocation, messages, options);
    await queue.delete(messages.filter((message) => !failed.has(message.MessageId ?? '')));
    seen.batches += 1;
    seen.messages += messages.length;
    seen.failures += failed.size;
  };

  const collect = () =>
    collectBatch(queue, {
      batchSize: options.batchSize,
      windowMs: options.windowSeconds * 1_000,
      now: Date.now,
      isStopped: () => isStopped,
    });

  const receiveOnce = async (): Promise<void> => {
    const release = await slots.take();
    try {
      const messages = isStopped ? [] : await collect();
      if (messages.length === 0 || isStopped) {
        await queue.giveBack(messages);
        release();
        return;
      }
      void deliver(messages)
        .catch((error: unknown) => log(errorText(error)))
        .finally(release);
    } catch (error) {
      release();
      throw error;
    }
  };

  const loop = async (): Promise<void> => {
    while (!isStopped) {
      try {
        await receiveOnce();
      } catch (error) {
        if (isStopped) return;
        log(errorText(error));
        await sleep(PAUSE_AFTER_ERROR_MS);
      }
    }
  };

  const running = loop();
  return {
    stats: () => ({ ...seen, busy: slots.taken(), isStopped }),
    stop: async () => {
      stop();
      await running;
      await slots.allFree();
    },
  };
};

const failuresOf = (
  invocation: Invocation,
  messages: readonly Message[],
  { reportsFailures, log }: PollerOptions,
): ReadonlySet<string> => {
  const ids = messages.map(({ MessageId = '' }) => MessageId);
  if (invocation.kind !== 'answered') {
    log(`${messages.length} messages wait for their visibility time-out: ${reasonOf(invocation)}`);
    return new Set(ids);
  }

  return reportsFailures ? failedIds(invocation.payload, ids) : new Set();
};

const reasonOf = (invocation: Exclude<Invocation, { kind: 'answered' }>): string => {
  switch (invocation.kind) {
    case 'failed':
      return `the function threw ${invocation.errorType}`;
    case 'timed_out':
      return 'the function timed out';
    case 'host_gone':
      return 'the host is gone';
    case 'unknown_function':
      return 'there is no such function';
  }
};
