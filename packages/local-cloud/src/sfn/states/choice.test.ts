import type { Json } from '../json.ts';
import { inLine, stage } from '../testing/stage.ts';

describe('choice', () => {
  const choose = {
    Choose: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'End', Output: 'large', Assign: { size: 'L' } },
        { Condition: '{% $states.input.n > 5 %}', Next: 'End' },
      ],
      Default: 'End',
      Output: 'small',
      Assign: { size: 'S' },
    },
    End: { Type: 'Pass', Output: '{% {"input": $states.input, "size": $exists($size) ? $size : "none"} %}', End: true },
  };

  it.each<{ n: number; result: Json }>([
    { n: 11, result: { input: 'large', size: 'L' } },
    { n: 6, result: { input: { n: 6 }, size: 'none' } },
    { n: 1, result: { input: 'small', size: 'S' } },
  ])('takes the first rule that holds for $n', async ({ n, result }) => {
    const { outcome } = stage(inLine(choose), { input: { n } });

    expect(await outcome()).toMatchObject({ output: JSON.stringify(result) });
  });

  it('fails when no rule holds and there is no default', async () => {
    const { outcome } = stage(inLine({ Choose: { Type: 'Choice', Choices: [{ Condition: false, Next: 'Choose' }] } }));

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails on a condition that is neither true nor false', async () => {
    const { outcome } = stage(
      inLine({ Choose: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Choose' }] } }),
    );

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
