import { Pipeline } from '../../tests/pipeline.ts';
import { askFor, bounds, HOUR, MINUTE, mail, offsetsIn, probe, SECOND } from '../../tests/receipts.ts';

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
    for (let at = 0; at < 2 * HOUR; at += 2 * SECOND) {
      pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 } }));
    }
    pipeline.accept(mail(7, 20 * MINUTE, { waitMs: 55 * SECOND, fates }));
    pipeline.accept(probe('p', 20 * MINUTE));
    pipeline.ask(askFor('p', 20 * MINUTE));

    await pipeline.runUntil(2 * HOUR);

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
