import { newGovernor } from '../../domain/governor-record.ts';
import { keptEveryMs } from '../../domain/kept-share.ts';
import { paceFor } from '../../domain/pace.ts';
import { Actor } from '../../testing/actor.ts';
import { InMemoryGovernors } from '../../testing/in-memory-governors.ts';
import { sleepingClock } from '../../testing/sleeping-clock.ts';
import { Store } from '../../testing/store.ts';
import { VirtualTime } from '../../testing/virtual-time.ts';
import { makeTakeUrgentSlot } from './take-slots.ts';

const pace = paceFor(30_000);
const quota = { maxSendRate: 10, max24HourSend: 200, sentLast24Hours: 0 };
const KEPT = 4_321;

const setUp = (keptShare = 0.02, left24 = 200) => {
  const store = new Store();
  store.governor = { ...newGovernor(quota, keptShare, 0), left24 };
  const time = new VirtualTime(0);
  const asked: number[] = [];
  const takeSlots = makeTakeUrgentSlot({
    governors: new InMemoryGovernors(store, new Actor('a', time, { fates: () => ({}) }), pace),
    clock: sleepingClock(),
    pace,
    keptSlots: {
      reserve: async (everyMs) => {
        asked.push(everyMs);
        return KEPT;
      },
    },
  });
  const take = async (count = 1) => {
    const taking = takeSlots(count);
    await time.pass(() => false, 60_000);
    return taking;
  };
  const beBusy = () => {
    if (store.governor) store.governor = { ...store.governor, tat: 60_000 };
  };
  return { take, asked, beBusy };
};

it('takes a slot of the whole rate while there is one', async () => {
  const { take, asked } = setUp();

  expect(await take()).toHaveLength(1);
  expect(asked).toEqual([]);
});

it('takes one of the kept share while campaigns use the rest', async () => {
  const { take, asked, beBusy } = setUp();
  beBusy();

  expect(await take()).toEqual([KEPT]);
  expect(asked).toEqual([expect.closeTo(5_000, -2)]);
});

it.each([
  ['nothing is kept', 0, 200],
  ['the quota of the day is used up', 0.02, 0],
])('waits where %s', async (_, keptShare, left24) => {
  const { take, asked, beBusy } = setUp(keptShare, left24);
  beBusy();

  expect(await take()).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each([
  [14, 0.02, 3_571],
  [1, 0.02, 50_000],
  [500, 0.1, 20],
])('keeps of %s mails a second a share of %s: one every %s ms', (maxSendRate, keptShare, everyMs) => {
  const { grantedEveryMs } = newGovernor({ ...quota, maxSendRate }, keptShare, 0);

  const kept = keptEveryMs({ quota: { ...quota, maxSendRate }, grantedEveryMs });

  expect(Math.abs((kept ?? 0) - everyMs)).toBeLessThan(everyMs / 100);
});
