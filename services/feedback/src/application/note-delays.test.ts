import { InMemoryDelayLog } from '../../tests/in-memory-delays.ts';
import { figuresOfDelays } from '../domain/delays.ts';
import type { Outcome } from '../domain/outcome.ts';
import { makeNoteDelays } from './note-delays.ts';

const setUp = () => {
  let nowMs = Date.UTC(2026, 10, 21, 10);
  const delayLog = new InMemoryDelayLog();
  const noteDelays = makeNoteDelays({ delayLog, clock: { now: () => new Date(nowMs) } });
  const folded = (delayMs: number, given: Partial<Outcome> = {}): Outcome => ({
    kind: 'sent',
    runId: 'run_1',
    chunk: 0,
    offset: 0,
    messageId: 'mail-1',
    at: new Date(nowMs - delayMs),
    ...given,
  });
  return { noteDelays, delayLog, folded, wait: (ms: number) => void (nowMs += ms) };
};

it('writes down how late the Send events of a run came, and of nothing else', async () => {
  const { noteDelays, delayLog, folded } = setUp();

  await noteDelays([folded(900), folded(4_000), folded(4_500), folded(90_000, { kind: 'delivered' })]);

  expect(figuresOfDelays(await delayLog.of('run_1'))).toEqual({ events: 3, median: 5, p95: 5 });
});

it('writes four times a minute at most, and then all that has come since', async () => {
  const { noteDelays, delayLog, folded, wait } = setUp();
  await noteDelays([folded(900)]);

  wait(14_999);
  await noteDelays([folded(900), folded(900)]);
  const meanwhile = await delayLog.of('run_1');
  wait(1);
  await noteDelays([folded(900)]);

  expect(figuresOfDelays(meanwhile)?.events).toBe(1);
  expect(figuresOfDelays(await delayLog.of('run_1'))?.events).toBe(4);
  expect(delayLog.additions).toBe(2);
});

it('keeps runs apart', async () => {
  const { noteDelays, delayLog, folded } = setUp();

  await noteDelays([folded(900), folded(50_000, { runId: 'run_2' })]);

  expect(figuresOfDelays(await delayLog.of('run_2'))).toEqual({ events: 1, median: 60, p95: 60 });
  expect(await delayLog.of('run_3')).toEqual(await new InMemoryDelayLog().of('run_1'));
});
