import { newGovernor } from '../../domain/governor-record.ts';
import { paceFor } from '../../domain/pace.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import { Actor } from '../../testing/actor.ts';
import { InMemoryGovernors } from '../../testing/in-memory-governors.ts';
import { sleepingClock } from '../../testing/sleeping-clock.ts';
import { Store } from '../../testing/store.ts';
import { VirtualTime } from '../../testing/virtual-time.ts';
import { makeSendSmall } from './send-small.ts';
import { makeTakeSlots } from './take-slots.ts';

const pace = paceFor(30_000);

const accepted: SendAnswer = { kind: 'accepted' };

const setUp = (answers: readonly SendAnswer[] = []) => {
  const store = new Store();
  store.governor = newGovernor({ maxSendRate: 10, max24HourSend: 200, sentLast24Hours: 0 }, 0, 0);
  const claims = new Set<number>();
  const sent: string[] = [];
  const said: string[] = [];
  const time = new VirtualTime(0);
  const governors = new InMemoryGovernors(store, new Actor('a', time, { fates: () => ({}) }), pace);
  const clock = sleepingClock();
  const sendTest = makeSendSmall({
    kind: { tag: 'test', note: 'test_sent', meter: 'TestsSent' },
    sends: {
      read: async () => ({
        content: { from: { address: 'f@example.com' }, subject: 's', html: 'h' },
        recipients: ['a', 'b', 'c'].map((name) => ({ address: `${name}@example.com`, fields: {} })),
      }),
    },
    claims: {
      claim: async (_, n) => !claims.has(n) && Boolean(claims.add(n)),
      release: async (_, n) => void claims.delete(n),
    },
    composer: {
      compile:
        () =>
        async ({ address }) =>
          ({ kind: 'mail', from: 'f', to: address, raw: new Uint8Array() }) as const,
    },
    mailers: {
      open: async () => ({
        send: async ({ to }) => {
          sent.push(to);
          return answers[sent.length - 1] ?? accepted;
        },
        close: () => {},
      }),
    },
    takeSlots: makeTakeSlots({ governors, clock, pace }),
    clock,
    observer: {
      count: () => {},
      note: (_, { recipient, answer }) => void said.push(`look: ${recipient} ${answer}`),
      mention: (_, { recipient, answer }) => void said.push(`fine: ${recipient} ${answer}`),
    },
  });
  const send = async () => {
    const sending = sendTest({ id: 'tst_1', uri: 's3://t' });
    await time.pass(() => false, 60_000);
    return sending;
  };
  return { send, sent, said, store };
};

it('sends a test to each of its people, once, however often it is asked', async () => {
  const { send, sent } = setUp();

  expect([await send(), await send()]).toEqual(['finished', 'finished']);
  expect(sent).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
});

it('tells of what SES did not take as something to look after, and of the rest as fine', async () => {
  const { send, said } = setUp([accepted, { kind: 'refused', reason: 'address' }]);

  await send();

  expect(said).toEqual(['fine: 0 accepted', 'look: 1 refused', 'fine: 2 accepted']);
});

it('does not repeat what may have been taken', async () => {
  const { send, sent } = setUp([
    accepted,
    { kind: 'unknown', reason: 'no_answer' },
    { kind: 'refused', reason: 'address' },
  ]);

  expect([await send(), await send()]).toEqual(['finished', 'finished']);
  expect(sent).toHaveLength(3);
});

it.each<SendAnswer>([
  { kind: 'throttled' },
  { kind: 'quota_reached' },
  { kind: 'suspended', reason: 'sending_paused', message: 'm' },
  { kind: 'unsent', reason: 'no_connection' },
  { kind: 'not_now', reason: 'signature_expired' },
])('tries those again whom SES certainly did not take: $kind', async (answer) => {
  const { send, sent } = setUp([accepted, answer, accepted]);

  expect([await send(), await send()]).toEqual(['later', 'finished']);
  expect(sent).toEqual(['a@example.com', 'b@example.com', 'c@example.com', 'b@example.com']);
});

it('waits for its turn when the rate is taken, and for the first quota', async () => {
  const { send, sent, store } = setUp();
  if (store.governor) store.governor = { ...store.governor, tat: 60_000 };

  expect(await send()).toBe('later');
  store.governor = undefined;
  expect(await send()).toBe('later');
  expect(sent).toEqual([]);
});
