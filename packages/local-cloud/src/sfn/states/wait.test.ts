import type { JsonObject } from '../json.ts';
import { inLine, START, stage } from '../testing/stage.ts';

describe('wait', () => {
  it.each<{ wait: JsonObject; untilMs: number }>([
    { wait: { Seconds: 30 }, untilMs: 30_000 },
    { wait: { Seconds: '{% $states.input.s %}' }, untilMs: 7_000 },
    { wait: { Timestamp: '2030-01-01T00:01:00Z' }, untilMs: 60_000 },
    { wait: { Timestamp: '{% $states.input.at %}' }, untilMs: 5_000 },
    { wait: { Timestamp: '2029-01-01T00:00:00Z' }, untilMs: 0 },
  ])('waits for $wait', async ({ wait, untilMs }) => {
    const state = { Type: 'Wait', End: true, ...wait };
    const { outcome } = stage(inLine({ Wait: state }), { input: { s: 7, at: '2030-01-01T00:00:05Z' } });

    expect(await outcome(untilMs - 1)).toMatchObject({ status: untilMs === 0 ? 'SUCCEEDED' : 'RUNNING' });
    expect(await outcome(1)).toMatchObject({ status: 'SUCCEEDED', stopMs: START + untilMs });
  });

  it('ends an execution that takes longer than it may', async () => {
    const { outcome, events } = stage({
      TimeoutSeconds: 10,
      ...inLine({ Wait: { Type: 'Wait', Seconds: 60, End: true } }),
    });

    expect(await outcome(10_000)).toMatchObject({
      status: 'TIMED_OUT',
      stopMs: START + 10_000,
      error: 'States.Timeout',
    });
    expect(events().at(-1)).toBe('ExecutionTimedOut');
  });
});
