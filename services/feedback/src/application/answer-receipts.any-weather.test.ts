import fc from 'fast-check';

import type { Fate, Stall } from '../../tests/mail.ts';
import { Pipeline } from '../../tests/pipeline.ts';
import { askFor, bounds, HOUR, MINUTE, mail, offsetsIn, probe, SECOND } from '../../tests/receipts.ts';

const END = 30 * MINUTE;
const fates = fc.constantFrom<Fate>('folded', 'noticed_only', 'dropped', 'folded_but_not_finished');
/** Somebody notices a message at the latest when it is received for the last time. */
const aLife = fc
  .record({
    firstFour: fc.array(fates, { maxLength: 4 }),
    fifth: fc.constantFrom<Fate>('folded', 'noticed_only'),
  })
  .map(({ firstFour, fifth }) => (firstFour.length === 4 ? [...firstFour, fifth] : firstFour));
const aTransit = fc.record({
  acceptedAtMs: fc.nat(END),
  transitMs: fc.integer({ min: 100, max: 29 * SECOND }),
  copies: fc.integer({ min: 1, max: 2 }),
  waitMs: fc.nat(50 * SECOND),
});
const aMail = fc
  .tuple(aTransit, fc.oneof({ weight: 3, arbitrary: fc.constant<Fate[]>([]) }, { weight: 1, arbitrary: aLife }))
  .map(([transit, lived]) => ({ ...transit, fates: lived }));
const aStall = fc
  .record({ fromMs: fc.nat(END), lastsMs: fc.integer({ min: SECOND, max: 20 * MINUTE }) })
  .map(({ fromMs, lastsMs }): Stall => ({ fromMs, untilMs: fromMs + lastsMs }));

const aWorld = fc.record({
  mails: fc.array(aMail, { minLength: 1, maxLength: 12 }),
  probes: fc.array(aTransit, { minLength: 1, maxLength: 3 }),
  snsStalls: fc.array(aStall, { maxLength: 1 }),
  queueStalls: fc.array(aStall, { maxLength: 1 }),
  redrivesAtMs: fc.array(fc.nat(2 * HOUR), { maxLength: 3 }),
  isBusy: fc.boolean(),
  figuresAreOldMs: fc.nat(MINUTE),
  figuresOfDlqAreOldMs: fc.nat(MINUTE),
  foldMs: fc.nat(20 * SECOND),
});
type WorldDrawn = typeof aWorld extends fc.Arbitrary<infer World> ? World : never;

const play = async ({ mails, probes, isBusy, redrivesAtMs, ...world }: WorldDrawn) => {
  const pipeline = new Pipeline({ ...world, bounds });
  for (const [offset, given] of mails.entries()) pipeline.accept(mail(offset, given.acceptedAtMs, given));
  for (const [n, given] of probes.entries()) {
    pipeline.accept(probe(`p${n}`, given.acceptedAtMs, given));
    pipeline.ask(askFor(`p${n}`, given.acceptedAtMs));
  }
  for (const at of redrivesAtMs) pipeline.redrive(at);
  for (let at = 0; isBusy && at < 3 * HOUR; at += 20 * SECOND) {
    pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 }, waitMs: 9 * SECOND }));
  }
  await pipeline.runUntil(3 * HOUR);
  return pipeline;
};

describe('any delays, doubles, stalls and deaths', () => {
  it('never report while an event of a mail accepted before the probe is not folded', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        const { reports } = await play(world);

        for (const report of reports) {
          const before = world.mails.flatMap(({ acceptedAtMs }, n) =>
            acceptedAtMs <= report.asOf.getTime() ? [n] : [],
          );
          expect(offsetsIn(report)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('end in a report for everybody who asked, unless something lies in the DLQ', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        const { reports, answers } = await play(world);

        const isBlocked = answers.some((answer) => answer.kind === 'not_yet' && answer.why === 'dead_letters');
        expect(isBlocked || reports.length === world.probes.length).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
