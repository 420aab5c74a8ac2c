import type { Recipient } from '../domain/mail.ts';
import type { Pace } from '../domain/pace.ts';
import type { SendAnswer } from '../domain/send-answer.ts';
import type { Clock, Composer, Governors, Mailers, Observer, TestClaims, Tests } from './ports.ts';
import { openSlots } from './reserve-slots.ts';

interface Ports {
  readonly tests: Tests;
  readonly testClaims: TestClaims;
  readonly composer: Composer;
  readonly mailers: Mailers;
  readonly governors: Governors;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly observer: Observer;
}

/** `later`: SES or the governor takes nothing now; what was not taken may be tried again. */
export type TestOutcome = 'finished' | 'later';
export type SendTest = (test: { readonly testId: string; readonly test: string }) => Promise<TestOutcome>;

/** Sends a test to each of its people at most once: claimed first, and in doubt not repeated. */
export const makeSendTest =
  (ports: Ports): SendTest =>
  async ({ testId, test: uri }) => {
    const [test, slots] = await Promise.all([ports.tests.read(uri), openSlots(ports)]);
    if (slots === undefined) return 'later';
    const reserved = await slots.take(test.recipients.length, 0);
    if (reserved.kind !== 'slots' || reserved.slots.length < test.recipients.length) return 'later';

    const compose = ports.composer.compile(test.content);
    const mailer = await ports.mailers.open();
    let outcome: TestOutcome = 'finished';
    try {
      for (const [n, { address, fields }] of test.recipients.entries()) {
        await ports.clock.sleepUntil(reserved.slots[n] ?? 0);
        if (!(await ports.testClaims.claim(testId, n))) continue;

        const recipient: Recipient = { contactId: 'test', address, token: '', fields };
        const composed = await compose(recipient, `${testId}.${n}`);
        const answer: SendAnswer =
          composed.kind === 'mail' ? await mailer.send({ ...composed, tags: { test: testId } }) : composed;
        ports.observer.note('test_sent', { testId, recipient: n, answer: answer.kind });
        if (answer.kind === 'accepted') ports.observer.count('TestsSent', 1);
        if (!isCertainlyUntaken(answer)) continue;

        await ports.testClaims.release(testId, n);
        outcome = 'later';
      }
    } finally {
      mailer.close();
    }
    return outcome;
  };

const isCertainlyUntaken = ({ kind }: SendAnswer): boolean =>
  kind !== 'accepted' && kind !== 'unknown' && kind !== 'refused';
