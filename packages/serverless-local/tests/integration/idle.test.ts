import { setTimeout as delay } from 'node:timers/promises';
import { type Lab, startLab } from './lab.ts';

const IDLE_MS = 40;

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ LOCAL_IDLE_SECONDS: String(IDLE_MS / 1_000) });
});

afterAll(() => lab.close());

describe('a worker that is ended because it was idle', () => {
  it('never takes a call with it', async () => {
    const answers: number[] = [];
    for (let gapMs = 0; gapMs < 2 * IDLE_MS; gapMs += 2) {
      await delay(gapMs);
      answers.push((await lab.call<{ readonly calls: number }>('envA')).calls);
    }

    expect(answers.every((calls) => calls > 0)).toBe(true);
    expect(answers.filter((calls) => calls === 1).length).toBeGreaterThan(1);
  });
});
