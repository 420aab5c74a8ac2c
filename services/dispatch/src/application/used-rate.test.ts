import type { Fates } from '../testing/actor.ts';
import { World } from '../testing/world.ts';

/** A wave is warm this long after its first mail. */
const WARM_MS = 2_000;
/** A slow rate takes longer to show itself. */
const measuredMs = (rate: number): number => (rate < 100 ? 30_000 : 4_000);

/** How long services take on AWS, there and back. */
const answeringIn =
  (sesMs: number): Fates =>
  ({ place }) => {
    if (place === 'ses.send') return { thereMs: sesMs / 2, backMs: sesMs / 2 };
    if (place.startsWith('snapshot') || place.startsWith('fact')) return { thereMs: 10, backMs: 10 };
    return { thereMs: 3, backMs: 3 };
  };

interface Sending {
  readonly rate: number;
  readonly senders: number;
  readonly sesMs: number;
}

/** The share of the rate that reaches SES once the wave is warm. */
const usedShare = async ({ rate, senders, sesMs }: Sending): Promise<number> => {
  const forMs = measuredMs(rate);
  const mails = (rate * (WARM_MS + forMs)) / 1_000;
  const chunks = Array.from({ length: Math.ceil(mails / 1_000) + senders }, () => 1_000);
  const quota = { maxSendRate: rate };
  const world = new World({ chunks, quota, fates: answeringIn(sesMs), timeoutMs: 300_000 });
  await world.finish(world.release());
  await world.drain({ senders, hours: (WARM_MS + forMs + 1_000) / 3_600_000 });

  const from = (world.ses.arrivals[0] ?? 0) + WARM_MS;
  const used = world.ses.arrivals.filter((at) => at >= from && at < from + forMs).length;
  return used / ((rate * forMs) / 1_000);
};

const paces = [1, 14, 300, 1_000, 2_000, 2_500]
  .flatMap((rate) => [1, 4, 16].map((senders) => ({ rate, senders })))
  // Alone, a sender reaches two thousand: claims take their time too.
  .filter(({ rate, senders }) => senders > 1 || rate <= 2_000);

it.each(paces)('$senders senders use all of $rate a second', async (pace) => {
  expect(await usedShare({ ...pace, sesMs: 30 })).toBeGreaterThanOrEqual(0.97);
});

/** Whoever is alone has at most 200 mails unanswered, and cannot send more than those in the time of an answer. */
const shared = paces.filter(({ rate, senders }) => senders > 1 || rate <= 1_000);

it.each(shared)('$senders senders use all of $rate a second, though SES takes 100 ms to answer', async (pace) => {
  expect(await usedShare({ ...pace, sesMs: 100 })).toBeGreaterThanOrEqual(0.97);
});

it('a rate that is out of reach is used as far as unanswered mails reach', async () => {
  expect((await usedShare({ rate: 2_500, senders: 1, sesMs: 200 })) * 2_500).toBeGreaterThan(200 / 0.35);
});
