import { makeHealthPace } from './health-pace.ts';

const setUp = () => {
  let now = Date.UTC(2026, 10, 21, 10);
  const pace = makeHealthPace({ now: () => new Date(now) });
  return { pace, wait: (ms: number) => void (now += ms) };
};
const grave = { isGrave: true };
const quiet = { isGrave: false };

describe('the pace of telling how a run is doing', () => {
  it('tells anything of a run that is young, or of which it knows nothing', () => {
    const { pace } = setUp();
    expect(pace.isDue('run_1', quiet)).toBe(true);

    pace.noteTold('run_1', 16);

    expect(pace.isDue('run_1', quiet)).toBe(true);
  });

  it('has nothing more to tell of a run that has grown before something grave', () => {
    const { pace } = setUp();
    pace.noteTold('run_1', 17);

    expect(pace.isDue('run_1', quiet)).toBe(false);
    expect(pace.isDue('run_1', grave)).toBe(true);
  });

  it('tells of every batch with one while the run is small', () => {
    const { pace } = setUp();
    pace.isDue('run_1', grave);
    pace.noteTold('run_1', 100);

    expect(pace.isDue('run_1', grave)).toBe(true);
  });

  it.each([
    [101, 3_535],
    [1_000, 35_000],
    [12_000, 60_000],
  ])('lets a run of %d bitmaps rest for %d ms', (bitmaps, pause) => {
    const { pace, wait } = setUp();
    pace.isDue('run_1', grave);
    pace.noteTold('run_1', bitmaps);

    wait(pause - 1);
    expect(pace.isDue('run_1', grave)).toBe(false);

    wait(1);
    expect(pace.isDue('run_1', grave)).toBe(true);
  });

  it('tells later, with whatever comes next, what it kept to itself', () => {
    const { pace, wait } = setUp();
    pace.isDue('run_1', grave);
    pace.noteTold('run_1', 1_000);
    pace.isDue('run_1', grave);

    wait(35_000);

    expect(pace.isDue('run_1', quiet)).toBe(true);
    pace.noteTold('run_1', 1_000);
    wait(35_000);
    expect(pace.isDue('run_1', quiet)).toBe(false);
  });

  it('still owes what could not be told', () => {
    const { pace } = setUp();
    pace.noteTold('run_1', 100);
    pace.isDue('run_1', grave);

    expect(pace.isDue('run_1', quiet)).toBe(true);
  });
});
