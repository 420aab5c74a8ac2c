import { setTimeout as sleep } from 'node:timers/promises';

import type { Message } from '@aws-sdk/client-sqs';

import { errorText } from '../error-text.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { Log } from '../log.ts';
import { failedIds } from './batch-answer.ts';
import { collectBatch } from './collect-batch.ts';
import type { Queue } from './queue.ts';
import { createSlots, type Slots } from './slots.ts';

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

export interface PollerStats {
  readonly batches: number;
  readonly messages: number;
  readonly failures: number;
  readonly underWay: number;
  readonly isStopped: boolean;
}

/**
 * Feeds one queue to one function, as Lambda's event source mapping does.
 *
 * One loop receives and up to `concurrency` invocations run beside it, so an idle queue costs one long poll
 * and a busy one is served as fast as it may be. Works from its making until it is stopped, or finds the host gone.
 */
export class Poller {
  readonly #options: PollerOptions;
  readonly #slots: Slots;
  readonly #running: Promise<void>;
  #batches = 0;
  #messages = 0;
  #failures = 0;
  #underWay = 0;
  #isStopped = false;

  constructor(options: PollerOptions) {
    this.#options = options;
    this.#slots = createSlots(options.concurrency);
    this.#running = this.#run();
  }

  stats(): PollerStats {
    return {
      batches: this.#batches,
      messages: this.#messages,
      failures: this.#failures,
      underWay: this.#underWay,
      isStopped: this.#isStopped,
    };
  }

  /** Stops after the poll and the invocations that are under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
    await this.#slots.allFree();
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        await this.#receive();
      } catch (error) {
        if (this.#isStopped) return;
        this.#options.log(errorText(error));
        await sleep(PAUSE_AFTER_ERROR_MS);
      }
    }
  }

  async #receive(): Promise<void> {
    const { queue, batchSize, windowSeconds, log } = this.#options;
    const release = await this.#slots.take();
    const isStopped = () => this.#isStopped;
    try {
      const batching = { batchSize, windowMs: windowSeconds * 1_000, now: Date.now, isStopped };
      const messages = isStopped() ? [] : await collectBatch(queue, batching);
      if (messages.length === 0 || isStopped()) {
        await queue.giveBack(messages);
        release();
        return;
      }
      void this.#deliver(messages)
        .catch((error: unknown) => log(errorText(error)))
        .finally(release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async #deliver(messages: readonly Message[]): Promise<void> {
    const { queue, invoke } = this.#options;
    this.#underWay += 1;
    const invocation = await invoke(messages).finally(() => {
      this.#underWay -= 1;
    });
    if (invocation.kind === 'host_gone') {
      this.#isStopped = true;
      await queue.giveBack(messages);
      return;
    }
    const failed = failuresOf(invocation, messages, this.#options);
    await queue.delete(messages.filter(({ MessageId = '' }) => !failed.has(MessageId)));
    this.#batches += 1;
    this.#messages += messages.length;
    this.#failures += failed.size;
  }
}

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
    case 'broken_off':
      return 'the call broke off';
    case 'unknown_function':
      return 'there is no such function';
  }
};
