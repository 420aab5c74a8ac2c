import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { runsWith } from '../../tests/in-memory.ts';
import { makeReadSeries } from '../application/read-series.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import type { CountedCell } from '../domain/time-cells.ts';
import { Series } from '../openapi/answers-figures.ts';
import { getSeries } from './get-series.ts';

const TEN = Date.parse('2026-11-22T10:00:00Z') / 60_000;

const setUp = (counted: ReadonlyMap<OutcomeKind, readonly CountedCell[]>) => {
  let readings = 0;
  let now = TEN * 60_000;
  const times = {
    of: async () => {
      readings += 1;
      return counted;
    },
  };
  const readSeries = makeReadSeries({ times, runs: runsWith({ runId: 'run_1' }), clock: { now: () => new Date(now) } });
  const ask = async (query: Readonly<Record<string, string>> = {}, runId = 'run_1') => {
    const route = 'GET /api/feedback/runs/{runId}/series';
    const { body = '' } = await getSeries(readSeries, recordingEdge())(
      httpEvent({ route, path: { runId }, query }),
      lambdaContext,
    );
    return JSON.parse(body);
  };
  return { ask, wait: (ms: number) => void (now += ms), readings: () => readings };
};

describe('GET /api/feedback/runs/{runId}/series', () => {
  const sends = [
    { start: TEN, minutes: 1, count: 900 },
    { start: TEN + 1, minutes: 1, count: 100 },
    { start: TEN, minutes: 1, count: 50 },
    { start: TEN + 60, minutes: 10, count: 7 },
  ];

  it('sums what happened to all bitmaps, minute by minute, or as well as it is known', async () => {
    const { ask } = setUp(new Map([['sent', sends]]));

    const { series } = await ask();

    expect(series.sent).toEqual([
      { from: '2026-11-22T10:00:00.000Z', minutes: 1, count: 950 },
      { from: '2026-11-22T10:01:00.000Z', minutes: 1, count: 100 },
      { from: '2026-11-22T11:00:00.000Z', minutes: 10, count: 7 },
    ]);
    expect(series.hardBounced).toEqual([]);
  });

  it('answers as its OpenAPI document says', async () => {
    const { ask } = setUp(new Map([['sent', sends]]));

    expect(Series.safeParse(await ask()).error).toBeUndefined();
  });

  it('sums them by the hour if asked', async () => {
    const { ask } = setUp(new Map([['sent', sends]]));

    expect((await ask({ by: 'hour' })).series.sent).toEqual([
      { from: '2026-11-22T10:00:00.000Z', minutes: 60, count: 1_050 },
      { from: '2026-11-22T11:00:00.000Z', minutes: 60, count: 7 },
    ]);
  });

  it('has no more points than anybody looks at', async () => {
    const twoDays = Array.from({ length: 2_880 }, (_, n) => ({ start: TEN + n, minutes: 1, count: 1 }));
    const { ask } = setUp(new Map([['sent', twoDays]]));

    const { series } = await ask({ by: 'minute' });

    expect(series.sent).toHaveLength(288);
    expect(series.sent[0]).toEqual({ from: '2026-11-22T10:00:00.000Z', minutes: 10, count: 10 });
  });

  it('reads the table once for everybody who asks within five seconds', async () => {
    const { ask, wait, readings } = setUp(new Map([['sent', sends]]));

    await ask();
    await ask();
    wait(5_000);
    await ask();

    expect(readings()).toBe(2);
  });

  it('knows no run that nobody has heard of', async () => {
    expect(await setUp(new Map()).ask({}, 'run_9')).toMatchObject({ status: 404 });
    expect(await setUp(new Map()).ask()).toMatchObject({ runId: 'run_1', series: { sent: [] } });
  });

  it('refuses a step that there is not', async () => {
    expect(await setUp(new Map()).ask({ by: 'second' })).toMatchObject({ status: 400, errors: [{ field: 'by' }] });
  });
});
