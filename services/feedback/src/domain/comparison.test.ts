import { compare } from './comparison.ts';
import { tally } from './tally.ts';

const reported = (runId: string, sums: Partial<ReturnType<typeof tally>>) => ({
  run: { runId },
  tally: { ...tally([]), ...sums },
});

describe('runs side by side', () => {
  it('say which differences are more than chance', () => {
    const first = reported('run_1', {
      sent: 100_000,
      delivered: 100_000,
      openedByPeople: 20_000,
      clickedByPeople: 2_500,
    });
    const second = reported('run_2', {
      sent: 100_000,
      delivered: 100_000,
      openedByPeople: 20_100,
      clickedByPeople: 3_000,
    });

    const { differences } = compare([first, second]);

    const noteOf = (name: string) => differences.find(({ rate }) => rate === name)?.note;
    expect(noteOf('clickedByPeople')).toMatch(
      /^More than in the first run, and not by chance: \+0\.5 percentage points/,
    );
    expect(noteOf('openedByPeople')).toMatch(/^Within chance: .* between -0\.\d+ and \+0\.\d+/);
  });

  it('are all beside the first', () => {
    const runs = ['run_1', 'run_2', 'run_3'].map((runId) => reported(runId, { sent: 10, delivered: 10 }));

    const { differences } = compare(runs);

    expect(new Set(differences.map(({ runId }) => runId))).toEqual(new Set(['run_2', 'run_3']));
    expect(differences.every(({ isWithinChance }) => isWithinChance)).toBe(true);
  });

  it('have no difference where nothing has been sent yet', () => {
    expect(compare([reported('run_1', { sent: 10 }), reported('run_2', {})]).differences).toEqual([]);
  });
});
