import { throttlingAccount } from '../testing/throttling-account.ts';
import { World } from '../testing/world.ts';

const SENDERS = 3;
const MEASURED_MS = 10_000;

interface Changing {
  readonly from: number;
  readonly to: number;
  /** After the beginning, which is when SES was asked last. */
  readonly afterMs: number;
}

/** How many mails a second SES takes while it is measured: from a minute after its rate has changed. */
const rateAMinuteAfter = async ({ from, to, afterMs }: Changing): Promise<number> => {
  let rate = from;
  const quota = {
    get maxSendRate() {
      return rate;
    },
  };
  const ses = throttlingAccount(() => rate);
  const world = new World({ chunks: Array.from({ length: 40 }, () => 1_000), quota, ses, timeoutMs: 300_000 });
  await world.finish(world.release());
  const begunAt = world.time.now();
  const measuredFrom = begunAt + afterMs + 60_000;
  const isOver = () => world.time.now() >= measuredFrom + MEASURED_MS;
  void world.refreshEveryMinute(isOver);
  void world.lookWhenAsked(isOver);
  void world.time.sleepUntil(begunAt + afterMs).then(() => {
    rate = to;
  });

  await world.work({ senders: SENDERS, until: isOver, hours: 1 });
  const taken = [...world.ses.accepted.values()].flat();
  const measured = taken.filter((at) => at >= measuredFrom && at < measuredFrom + MEASURED_MS);
  return measured.length / (MEASURED_MS / 1_000);
};

/** Right after SES was asked is the worst that can happen, for the schedule and for each of the looks. */
const moments = [100, 10_000, 20_100, 40_100, 59_900, 60_100];

it.each(moments)('uses a raised rate within a minute, %d ms after SES was asked', async (afterMs) => {
  const used = await rateAMinuteAfter({ from: 20, to: 60, afterMs });

  expect(used).toBeGreaterThanOrEqual(0.97 * 60);
  expect(used).toBeLessThanOrEqual(60.5);
});

it.each(moments)('keeps to a lowered rate within a minute, %d ms after SES was asked', async (afterMs) => {
  const used = await rateAMinuteAfter({ from: 60, to: 20, afterMs });

  expect(used).toBeGreaterThanOrEqual(0.97 * 20);
  expect(used).toBeLessThanOrEqual(20.5);
});

it.each(moments)(
  'uses a rate that fell to a tenth, however much SES throttled meanwhile, %d ms after SES was asked',
  async (afterMs) => {
    const used = await rateAMinuteAfter({ from: 200, to: 20, afterMs });

    expect(used).toBeGreaterThanOrEqual(0.97 * 20);
  },
);

it('asks SES again only while something is sent', async () => {
  const world = new World({ chunks: [10] });
  await world.finish(world.release());
  await world.drain({ senders: 1 });
  world.store.looks.length = 0;

  let isOver = false;
  void world.time.sleepUntil(world.time.now() + 120_000).then(() => {
    isOver = true;
  });
  await world.finish(world.refreshEveryMinute(() => isOver));

  expect(world.store.looks).toEqual([]);
});
