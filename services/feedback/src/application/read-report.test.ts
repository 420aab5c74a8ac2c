import { InMemoryOutcomes, runsWith } from '../../tests/in-memory.ts';
import { InMemoryDelayLog } from '../../tests/in-memory-delays.ts';
import { delaysOf } from '../domain/delays.ts';
import { makeReadReport } from './read-report.ts';

const setUp = () => {
  let now = Date.UTC(2026, 10, 21, 10);
  const outcomes = new InMemoryOutcomes();
  const delayLog = new InMemoryDelayLog();
  const clock = { now: () => new Date(now) };
  const readReport = makeReadReport({ outcomes, runs: runsWith(), delayLog, clock });
  const send = (position: number) => outcomes.add({ runId: 'run_1', kind: 'sent', block: 0, positions: [position] });
  return { readReport, delayLog, send, wait: (ms: number) => void (now += ms) };
};

describe('reading a report', () => {
  it('reads the table once for everybody who asks within two seconds', async () => {
    const { readReport, send, wait } = setUp();
    await send(1);
    await readReport('run_1');
    await send(2);

    wait(1_999);

    expect((await readReport('run_1'))?.tally.sent).toBe(1);
  });

  it('reads it again after that', async () => {
    const { readReport, send, wait } = setUp();
    await send(1);
    await readReport('run_1');
    await send(2);

    wait(2_000);

    expect((await readReport('run_1'))?.tally.sent).toBe(2);
  });

  it('says how late we heard of mails, once we have', async () => {
    const { readReport, delayLog, send, wait } = setUp();
    await send(1);
    const before = await readReport('run_1');

    await delayLog.add('run_1', delaysOf([800, 900, 9_000]));
    wait(2_000);

    expect(before).not.toHaveProperty('delays');
    expect(await readReport('run_1')).toMatchObject({ delays: { events: 3, median: 1, p95: 10 } });
  });

  it('does not remember that a run is unknown', async () => {
    const { readReport, send } = setUp();
    const before = await readReport('run_1');

    await send(1);

    expect(before).toBeUndefined();
    expect(await readReport('run_1')).toMatchObject({ run: { runId: 'run_1' }, tally: { sent: 1 } });
  });
});
