import { countsOf } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import { throttlingAccount } from '../testing/throttling-account.ts';
import { RUN, World } from '../testing/world.ts';

describe('a sender that SES throttles', () => {
  it('goes on although nobody answers that everybody slows down: the next throttled mail says so again', async () => {
    const fates: Fates = ({ place, count }) => (place === 'governor.change' && count === 1 ? { lost: 'before' } : {});
    let arrived = 0;
    const world = new World({
      chunks: [200],
      fates,
      ses: () => {
        arrived += 1;
        return arrived % 60 === 0 ? { kind: 'throttled' } : { kind: 'accepted' };
      },
    });
    await world.finish(world.release());

    expect(await world.finish(world.send())).toBe('finished');

    const ledger = world.store.ledgers.get(`${RUN.runId}/0`);
    expect(ledger && countsOf(ledger)).toMatchObject({ accepted: 200, unknown: 0 });
    expect(world.store.governor?.everyMs).toBeGreaterThan(10);
  });
});

interface Sending {
  /** What SES says that it grants, in mails a second; it takes half of that. */
  readonly said: number;
  readonly senders: number;
}

/** Of what reaches SES a minute after it began to throttle: how much it throttles, and how much of its rate is used. */
const aMinuteLater = async ({ said, senders }: Sending) => {
  const taken = said / 2;
  const chunks = Array.from({ length: Math.ceil((said * 70) / 1_000) + senders }, () => 1_000);
  const ses = throttlingAccount(() => taken);
  const world = new World({ chunks, ses, quota: { maxSendRate: said }, timeoutMs: 300_000 });
  await world.finish(world.release());
  const from = world.time.now() + 60_000;
  const isOver = () => world.time.now() >= from + 10_000;
  void world.refreshEveryMinute(isOver);
  void world.lookWhenAsked(isOver);
  await world.work({ senders, until: isOver, hours: 1 });

  const asked = world.ses.arrivals.filter((at) => at >= from).length;
  const accepted = [...world.ses.accepted.values()].flat().filter((at) => at >= from).length;
  return { throttled: 1 - accepted / asked, used: accepted / (10 * taken) };
};

it.each([
  { said: 20, senders: 1 },
  { said: 20, senders: 8 },
  { said: 200, senders: 1 },
  { said: 200, senders: 8 },
])(
  '$senders senders find out within a minute that SES takes half of the $said a second that it grants',
  async (sending) => {
    const { throttled, used } = await aMinuteLater(sending);

    expect(throttled).toBeLessThan(0.1);
    expect(used).toBeGreaterThan(0.9);
  },
);
