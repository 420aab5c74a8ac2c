import type { Mail } from '../domain/mail.ts';
import { mayStart, type Pace } from '../domain/pace.ts';
import { type Answered, type SendAnswer, stopsBatch } from '../domain/send-answer.ts';
import type { Clock, Mailer } from './ports.ts';

/** A mail of a claimed recipient with the instant at which it may leave. */
export interface Slotted {
  readonly offset: number;
  readonly mail: Mail;
  readonly slot: number;
}

interface Ports {
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly pace: Pace;
}

const tooLate: SendAnswer = { kind: 'unsent', reason: 'too_late' };
const notTried: SendAnswer = { kind: 'unsent', reason: 'batch_stopped' };

/**
 * Sends a claimed batch, each mail at its own slot, and waits for every answer. Once an answer speaks for the whole account, the
 * rest is not tried.
 */
export const sendBatch = async (
  { mailer, clock, pace }: Ports,
  batch: readonly Slotted[],
  deadline: number,
): Promise<readonly Answered[]> => {
  let isStopped = false;
  const answers: Promise<Answered>[] = [];

  for (const { offset, mail, slot } of batch) {
    await clock.sleepUntil(slot);
    if (isStopped || !mayStart({ now: clock.now(), deadline }, slot, pace)) {
      answers.push(Promise.resolve({ offset, answer: isStopped ? notTried : tooLate }));
      continue;
    }
    const answering = mailer.send(mail).then((answer) => {
      isStopped ||= stopsBatch(answer);
      return { offset, answer };
    });
    answers.push(answering);
  }
  return Promise.all(answers);
};
