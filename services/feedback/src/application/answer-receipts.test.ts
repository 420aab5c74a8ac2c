import fc from 'fast-check';

import { type Fate, type Mail, Pipeline, type Stall, type TimedReport } from '../../tests/pipeline.ts';
import { has } from '../domain/bitmap.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const bounds = { drainMs: MINUTE, figuresMs: MINUTE, hiddenMs: 190 * SECOND };

const place = { runId: 'run_1', chunk: 9 };
const mail = (offset: number, acceptedAtMs: number, given: Partial<Mail> = {}): Mail => ({
  what: { ...place, offset },
  acceptedAtMs,
  transitMs: SECOND,
  ...given,
});
const probe = (name: string, acceptedAtMs: number, given: Partial<Mail> = {}): Mail => ({
  what: { probe: name },
  acceptedAtMs,
  transitMs: SECOND,
  ...given,
});
const askFor = (name: string, probeAtMs: number) => ({ ...place, probe: name, probeAtMs });
const offsetsIn = ({ seen }: TimedReport): readonly number[] =>
  Array.from({ length: 1_000 }, (_, offset) => offset).filter((offset) => has(seen, offset));

describe('answering which recipients were seen', () => {
  it('tells what was seen as of the probe, once what may be behind it has come', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(mail(7, 0));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(HOUR);

    const [report, ...more] = pipeline.reports;
    expect(report).toMatchObject({ chunk: 9, probe: 'p', asOf: new Date(20 * MINUTE), requestId: 'request-1' });
    expect(report && offsetsIn(report)).toEqual([7]);
    expect(report?.reportedAtMs).toBe(22 * MINUTE + 3 * SECOND);
    expect(more).toEqual([]);
  });

  it('does not tell of other chunks', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(mail(1, 0, { what: { runId: 'run_1', chunk: 8, offset: 1 } }));
    pipeline.accept(mail(2, 0, { what: { runId: 'run_2', chunk: 9, offset: 2 } }));
    pipeline.accept(probe('p', MINUTE));
    pipeline.ask(askFor('p', MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[]]);
  });

  it('gives up after a day on a probe that never comes', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.ask(askFor('lost', 0));

    await pipeline.runUntil(48 * HOUR);

    expect(pipeline.answers.at(-1)).toEqual({ kind: 'given_up', why: 'probe_unseen' });
    expect(pipeline.answers.length).toBeLessThan(150);
    expect(pipeline.reports).toEqual([]);
  });

  it('answers while another run is being sent and the queue is never empty', async () => {
    const pipeline = new Pipeline({ bounds, foldMs: 5 * SECOND });
    for (let at = 0; at < HOUR; at += 2 * SECOND) {
      pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 } }));
    }
    pipeline.accept(mail(7, MINUTE));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
    expect(pipeline.reports[0]?.reportedAtMs).toBeLessThan(45 * MINUTE);
  });

  it('tells nothing while something lies in the DLQ: it may be a receipt', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(mail(7, 0, { fates: Array.from({ length: 5 }, () => 'noticed_only' as const) }));
    pipeline.accept(probe('p', MINUTE));
    pipeline.ask(askFor('p', MINUTE));

    await pipeline.runUntil(2 * HOUR);

    expect(pipeline.reports).toEqual([]);
    expect(pipeline.answers.at(-1)).toMatchObject({ kind: 'not_yet', why: 'dead_letters' });
  });

  it('waits for what the probe has overtaken', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(mail(7, 20 * MINUTE, { transitMs: 59 * SECOND }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE), 20 * MINUTE + 10 * SECOND);

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it('does not take the figures of a queue for newer than they are', async () => {
    const pipeline = new Pipeline({ bounds, figuresAreOldMs: MINUTE });
    pipeline.accept(mail(7, 20 * MINUTE, { transitMs: 58 * SECOND, waitMs: 50 * SECOND }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it('waits for an event in the hands of a function that has died', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(mail(7, 20 * MINUTE, { fates: ['dropped'] }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it.each([
    ['an event that nobody could fold for a quarter of an hour', ['dropped', 'dropped', 'dropped', 'dropped']],
    ['an event in the hands of a function that has died', ['dropped']],
  ] as const)('waits for %s though the queue flows steadily', async (_, fates) => {
    const pipeline = new Pipeline({ bounds, foldMs: 5 * SECOND });
    for (let at = 0; at < HOUR; at += 2 * SECOND) {
      pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 } }));
    }
    pipeline.accept(mail(7, 20 * MINUTE, { waitMs: 55 * SECOND, fates }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it.each([
    ['has come to a halt', []],
    ['flows again since a moment ago', [HOUR, HOUR + 2 * SECOND]],
  ])('does not take a queue for worked off that %s', async (_, othersAtMs) => {
    const queueStalls = [{ fromMs: 21 * MINUTE, untilMs: HOUR - SECOND }];
    const pipeline = new Pipeline({ bounds, queueStalls, foldMs: 2 * SECOND });
    for (const at of [18, 19, 20].map((minute) => minute * MINUTE).concat(othersAtMs)) {
      pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 }, transitMs: 100 }));
    }
    pipeline.accept(mail(7, 20 * MINUTE, { waitMs: 20 * SECOND, fates: ['dropped'] }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE), HOUR + 5 * SECOND);

    await pipeline.runUntil(2 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it('refuses a probe that SES accepted before the instant it is to vouch for', async () => {
    const pipeline = new Pipeline({ bounds });
    pipeline.accept(probe('p', 0));
    pipeline.ask(askFor('p', 10 * MINUTE));

    await pipeline.runUntil(HOUR);

    expect(pipeline.answers).toEqual([{ kind: 'probe_older' }]);
  });
});

describe('schedules that broke earlier designs', () => {
  it('time alone settles: Send events held up in the queue for longer than doubt is given time are waited for', async () => {
    const pipeline = new Pipeline({ bounds, queueStalls: [{ fromMs: 0, untilMs: 40 * MINUTE }] });
    pipeline.accept(mail(7, MINUTE, { waitMs: 5 * MINUTE }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(2 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
    expect(pipeline.reports[0]?.reportedAtMs).toBeGreaterThan(45 * MINUTE);
  });

  it('time alone settles: Send events held up in SNS are waited for', async () => {
    const pipeline = new Pipeline({ bounds, snsStalls: [{ fromMs: 0, untilMs: 40 * MINUTE }] });
    pipeline.accept(mail(7, MINUTE, { transitMs: 59 * SECOND }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(2 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
    expect(pipeline.reports[0]?.reportedAtMs).toBeGreaterThan(41 * MINUTE);
  });

  it('any probe, any late answer: a probe sent for an earlier doubt vouches for nothing after it, however late it is answered', async () => {
    const pipeline = new Pipeline({ bounds, queueStalls: [{ fromMs: 0, untilMs: 40 * MINUTE }] });
    pipeline.accept(probe('early', 20 * MINUTE));
    pipeline.ask(askFor('early', 20 * MINUTE));
    pipeline.accept(mail(7, 46 * MINUTE, { transitMs: 50 * MINUTE }));

    await pipeline.runUntil(2 * HOUR);

    const [report] = pipeline.reports;
    expect(report?.reportedAtMs).toBeGreaterThan(44 * MINUTE);
    expect(report).toMatchObject({ asOf: new Date(20 * MINUTE) });
    expect(report && offsetsIn(report)).toEqual([]);
  });

  it('feedback’s queue stands still for an hour: no report until it is drained', async () => {
    const pipeline = new Pipeline({ bounds, queueStalls: [{ fromMs: 5 * MINUTE, untilMs: 65 * MINUTE }] });
    const before = [1, 2, 3].map((offset) => mail(offset, offset * MINUTE));
    const inside = [6, 16, 26].map((offset) => mail(offset, offset * MINUTE, { waitMs: offset * 10 * SECOND }));
    for (const each of [...before, ...inside]) pipeline.accept(each);
    for (let n = 0; n < 20; n += 1) {
      const at = (30 + n) * MINUTE;
      pipeline.accept(probe(`p${n}`, at));
      pipeline.ask(askFor(`p${n}`, at));
    }

    await pipeline.runUntil(70 * MINUTE);
    const reportsBefore = [...pipeline.reports];
    await pipeline.runUntil(2 * HOUR);

    expect(reportsBefore).toEqual([]);
    expect(pipeline.reports).toHaveLength(20);
    expect(new Set(pipeline.reports.map((report) => offsetsIn(report).join()))).toEqual(new Set(['1,2,3,6,16,26']));
  });
});

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
  isBusy: fc.boolean(),
  figuresAreOldMs: fc.nat(MINUTE),
  figuresOfDlqAreOldMs: fc.nat(MINUTE),
  foldMs: fc.nat(20 * SECOND),
});
type WorldDrawn = typeof aWorld extends fc.Arbitrary<infer World> ? World : never;

const play = async ({ mails, probes, isBusy, ...world }: WorldDrawn) => {
  const pipeline = new Pipeline({ ...world, bounds });
  for (const [offset, given] of mails.entries()) pipeline.accept(mail(offset, given.acceptedAtMs, given));
  for (const [n, given] of probes.entries()) {
    pipeline.accept(probe(`p${n}`, given.acceptedAtMs, given));
    pipeline.ask(askFor(`p${n}`, given.acceptedAtMs));
  }
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
