import { type Answered, isBrownOut, type Stop, stopAfter } from '../domain/send-answer.ts';
import { type BatchPorts, type Slotted, sendBatch } from './send-batch.ts';

/** The claimed batches of one invocation that are being sent. Several may be: the next one is claimed while answers are still to come. */
export interface SendsUnderWay {
  /** Begins to send a batch whose claim is known to be written. */
  begin(batch: readonly Slotted[]): void;
  /** The answers since they were last collected. */
  collect(): readonly Answered[];
  /** Why nothing more is to be sent. */
  readonly stop: Stop | undefined;
  /** Lets nothing more leave. What has left is still waited for. */
  halt(): void;
  /** Comes back once no more than so many are unanswered, or nothing more is to be sent. */
  untilUnanswered(most: number): Promise<void>;
  /** Comes back once everything is answered: nothing outlives the invocation. */
  untilAnswered(): Promise<void>;
}

interface Waiter {
  readonly most: number;
  readonly wake: () => void;
}

/** Watches over the sends of an invocation that is killed at this deadline. */
export const openSends = (ports: BatchPorts, deadline: number): SendsUnderWay => {
  const batches: Promise<void>[] = [];
  let heard: Answered[] = [];
  let unanswered = 0;
  let isHalted = false;
  let stop: Stop | undefined;
  let waiter: Waiter | undefined;

  const wakeIfDue = (): void => {
    if (waiter === undefined || (unanswered > waiter.most && !isHalted)) return;
    waiter.wake();
    waiter = undefined;
  };

  const halt = (why?: Stop): void => {
    isHalted = true;
    stop ??= why;
    wakeIfDue();
  };

  const hearing = (batchSize: number) => {
    let unknown = 0;
    return (answered: Answered): void => {
      const { answer } = answered;
      heard.push(answered);
      unanswered -= 1;
      if (answer.kind === 'unknown') unknown += 1;
      const why = stopAfter(answer) ?? (isBrownOut(unknown, batchSize) ? { kind: 'brown_out' } : undefined);
      if (why === undefined) wakeIfDue();
      else halt(why);
    };
  };

  return {
    begin: (batch) => {
      unanswered += batch.length;
      const sending = sendBatch(ports, batch, { deadline, isStopped: () => isHalted, hear: hearing(batch.length) });
      sending.catch(() => halt());
      batches.push(sending);
    },
    collect: () => {
      const answers = heard;
      heard = [];
      return answers;
    },
    get stop() {
      return stop;
    },
    halt: () => halt(),
    untilUnanswered: (most) =>
      new Promise((wake) => {
        waiter = { most, wake };
        wakeIfDue();
      }),
    untilAnswered: async () => {
      const ended = await Promise.allSettled(batches);
      for (const each of ended) if (each.status === 'rejected') throw each.reason;
    },
  };
};
