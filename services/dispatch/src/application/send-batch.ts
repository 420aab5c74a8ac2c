import type { Mail } from '../domain/mail.ts';
import { mayStart, type Pace } from '../domain/pace.ts';
import type { Answered, SendAnswer } from '../domain/send-answer.ts';
import type { Clock, Mailer } from './ports.ts';
import type { SendingTimes } from './sending-times.ts';

/** A mail of a claimed recipient with the instant at which it may leave. */
export interface Slotted {
  readonly offset: number;
  readonly mail: Mail;
  readonly slot: number;
}

export interface BatchPorts {
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly times: Pick<SendingTimes, 'noteAnswer'>;
}

/** Whoever sends a batch hears of every answer when it comes, and may stop what has not left yet. */
export interface Watch {
  readonly deadline: number;
  isStopped(): boolean;
  hear(answered: Answered): void;
}

const tooLate: SendAnswer = { kind: 'unsent', reason: 'too_late' };
const notTried: SendAnswer = { kind: 'unsent', reason: 'stopped' };

/** Sends a claimed batch, each mail at its own slot. Comes back when every one of it is answered. */
export const sendBatch = async (
  { mailer, clock, pace, times }: BatchPorts,
  batch: readonly Slotted[],
  watch: Watch,
): Promise<void> => {
  const answers: Promise<void>[] = [];
  const send = async ({ offset, mail, slot }: Slotted): Promise<void> => {
    const startedAt = clock.now();
    const answer = await mailer.send(mail);
    times.noteAnswer(clock.now() - startedAt);
    watch.hear({ offset, slot, answer });
  };

  for (const slotted of batch) {
    const { offset, slot } = slotted;
    if (!watch.isStopped()) await clock.sleepUntil(slot);
    if (watch.isStopped()) watch.hear({ offset, slot, answer: notTried });
    else if (!mayStart({ now: clock.now(), deadline: watch.deadline }, slot, pace)) {
      watch.hear({ offset, slot, answer: tooLate });
    } else answers.push(send(slotted));
  }
  await Promise.all(answers);
};
