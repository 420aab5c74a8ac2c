import { inLine, START, stage } from '../testing/stage.ts';

describe('side by side', () => {
  const double = {
    StartAt: 'Double',
    States: { Double: { Type: 'Pass', Output: '{% $states.input * $factor %}', End: true } },
  };
  const start = { Type: 'Pass', Assign: { factor: 2 }, Next: 'Each' };

  it('runs a flow for every item and keeps their order', async () => {
    const { outcome } = stage(
      inLine({
        Start: start,
        Each: {
          Type: 'Map',
          Items: '{% [1..60] %}',
          ItemSelector: '{% $states.context.Map.Item.Value + $states.context.Map.Item.Index %}',
          ItemProcessor: double,
          Output: '{% $sum($states.result) %}',
          End: true,
        },
      }),
    );

    expect(await outcome()).toMatchObject({ output: String(2 * (1_830 + 1_770)) });
  });

  it('runs no more iterations at once than it may', async () => {
    const waiting = { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 10, End: true } } };
    const { outcome, clock } = stage(
      inLine({ Each: { Type: 'Map', Items: [1, 2, 3, 4, 5], MaxConcurrency: 2, ItemProcessor: waiting, End: true } }),
    );

    await outcome(5_000);

    expect(clock.waiting).toBe(2);
    expect(await outcome(25_000)).toMatchObject({ status: 'SUCCEEDED', stopMs: START + 30_000 });
  });

  it('keeps the variables of a branch to itself', async () => {
    const branch = (name: string) => ({
      StartAt: `Set${name}`,
      States: {
        [`Set${name}`]: { Type: 'Pass', Assign: { mine: name }, Next: `Show${name}` },
        [`Show${name}`]: { Type: 'Pass', Output: '{% [$mine, $factor] %}', End: true },
      },
    });
    const { outcome } = stage(
      inLine({
        Start: start,
        Each: { Type: 'Parallel', Branches: [branch('A'), branch('B')], Next: 'After' },
        After: { Type: 'Pass', Output: '{% {"seen": $states.input, "mine": $exists($mine)} %}', End: true },
      }),
    );

    expect(await outcome()).toMatchObject({ output: '{"seen":[["A",2],["B",2]],"mine":false}' });
  });

  it('cuts the other branches off when one fails', async () => {
    const slow = { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 60, End: true } } };
    const broken = { StartAt: 'Break', States: { Break: { Type: 'Fail', Error: 'Broken' } } };
    const { outcome, events, clock } = stage(
      inLine({
        Both: {
          Type: 'Parallel',
          Branches: [slow, broken],
          Catch: [{ ErrorEquals: ['Broken'], Next: 'Sorry' }],
          End: true,
        },
        Sorry: { Type: 'Pass', Output: 'sorry', End: true },
      }),
    );

    expect(await outcome()).toMatchObject({ status: 'SUCCEEDED', output: '"sorry"', stopMs: START });
    expect(events()).toEqual(expect.arrayContaining(['WaitStateAborted', 'ParallelStateFailed']));
    expect(clock.waiting).toBe(0);
  });

  it('fails a Map with the error of its first failed iteration', async () => {
    const broken = { StartAt: 'Break', States: { Break: { Type: 'Fail', Error: '{% "Item" & $states.input %}' } } };
    const { outcome, events } = stage(
      inLine({ Each: { Type: 'Map', Items: [1, 2], MaxConcurrency: 1, ItemProcessor: broken, End: true } }),
    );

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'Item1' });
    expect(events()).toEqual(expect.arrayContaining(['MapIterationFailed', 'MapStateFailed']));
  });
});
