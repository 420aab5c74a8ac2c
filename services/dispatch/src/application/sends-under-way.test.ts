import type { Mail } from '../domain/mail.ts';
import { paceFor } from '../domain/pace.ts';
import type { SendAnswer } from '../domain/send-answer.ts';
import { sleepingClock } from '../testing/sleeping-clock.ts';
import { watchTimes } from './sending-times.ts';
import { SendsUnderWay } from './sends-under-way.ts';

const accepted: SendAnswer = { kind: 'accepted' };
const unknown: SendAnswer = { kind: 'unknown', reason: 'no_answer' };

/** Sends whose answers come when the test gives them, mail by mail. */
const setUp = () => {
  const asked = new Map<number, (answer: SendAnswer) => void>();
  const mailer = {
    send: ({ from }: Mail) =>
      new Promise<SendAnswer>((answer) => {
        asked.set(Number(from), answer);
      }),
    close: () => {},
  };
  const sends = new SendsUnderWay(
    { mailer, clock: sleepingClock(), pace: paceFor(300_000), times: watchTimes() },
    300_000,
  );
  const batchOf = (...offsets: readonly number[]) =>
    offsets.map((offset) => ({
      offset,
      slot: 0,
      mail: { from: String(offset), to: 't', raw: new Uint8Array(), tags: {} },
    }));
  const reply = async (offset: number, answer: SendAnswer) => {
    asked.get(offset)?.(answer);
    await settled();
  };
  return { sends, asked, batchOf, reply };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));
const isDone = async (work: Promise<unknown>): Promise<boolean> => {
  let isOver = false;
  const watch = async (): Promise<void> => {
    await work;
    isOver = true;
  };
  void watch();
  await settled();
  return isOver;
};

it('sends a batch while the one before is unanswered, and tells whose answers have come', async () => {
  const { sends, batchOf, reply } = setUp();
  sends.begin(batchOf(0, 1));
  sends.begin(batchOf(2, 3));
  await settled();

  await reply(2, accepted);
  await reply(0, accepted);

  expect(sends.collect().map(({ offset }) => offset)).toEqual([2, 0]);
  expect(sends.collect()).toEqual([]);
});

it('waits until few enough are unanswered', async () => {
  const { sends, batchOf, reply } = setUp();
  sends.begin(batchOf(0, 1, 2));
  await settled();
  const waiting = sends.untilUnanswered(1);

  await reply(0, accepted);
  const before = await isDone(waiting);
  await reply(2, accepted);

  expect([before, await isDone(waiting)]).toEqual([false, true]);
});

it('is over only when everything is answered, of whichever batch', async () => {
  const { sends, batchOf, reply } = setUp();
  sends.begin(batchOf(0));
  sends.begin(batchOf(1));
  await settled();
  const over = sends.untilAnswered();

  await reply(1, accepted);
  const before = await isDone(over);
  await reply(0, accepted);

  expect([before, await isDone(over)]).toEqual([false, true]);
});

it.each<[SendAnswer, string]>([
  [{ kind: 'quota_reached' }, 'quota'],
  [{ kind: 'suspended', reason: 'access_denied', message: 'm' }, 'suspended'],
  [{ kind: 'not_now', reason: 'r' }, 'not_now'],
])('stops all batches at an answer that speaks for the account: %j', async (answer, why) => {
  const { sends, batchOf, reply, asked } = setUp();
  sends.begin(batchOf(0));
  await settled();
  await reply(0, answer);

  sends.begin(batchOf(1, 2));
  await sends.untilAnswered();

  expect([sends.stop?.kind, asked.size]).toEqual([why, 1]);
  expect(sends.collect().map((each) => each.answer.kind)).toEqual([answer.kind, 'unsent', 'unsent']);
});

it('stops at doubt about more than a tenth of a batch, without waiting for the rest of it', async () => {
  const { sends, batchOf, reply } = setUp();
  sends.begin(batchOf(...Array.from({ length: 15 }, (_, offset) => offset)));
  await settled();

  await reply(0, unknown);
  const before = sends.stop;
  await reply(1, unknown);

  expect([before, sends.stop]).toEqual([undefined, { kind: 'brown_out' }]);
});

it('lets nothing leave once it is halted, and still waits for what has left', async () => {
  const { sends, batchOf, reply, asked } = setUp();
  sends.begin(batchOf(0));
  await settled();

  sends.halt();
  sends.begin(batchOf(1));
  const over = sends.untilAnswered();
  const before = await isDone(over);
  await reply(0, accepted);

  expect([before, await isDone(over), asked.size, sends.stop]).toEqual([false, true, 1, undefined]);
});
