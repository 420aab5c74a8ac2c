import { StateError } from '../errors.ts';
import type { Integrate } from '../integrations/index.ts';
import { inLine, START, stage, task } from '../testing/stage.ts';

const failing =
  (...errors: readonly (string | undefined)[]): Integrate =>
  async () => {
    const [error, ...others] = errors;
    errors = others;
    if (error !== undefined) throw new StateError(error, 'because');
    return { ok: true };
  };

describe('retry and catch', () => {
  it('tries again after the pause, and counts', async () => {
    const { outcome, events } = stage(
      inLine({
        Work: task({
          Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5, BackoffRate: 2 }],
          Output: '{% $states.context.State.RetryCount %}',
        }),
      }),
      { integrate: failing('Busy', 'Busy', undefined) },
    );

    expect(await outcome(14_999)).toMatchObject({ status: 'RUNNING' });
    expect(await outcome(1)).toMatchObject({ status: 'SUCCEEDED', output: '2', stopMs: START + 15_000 });
    expect(events().filter((type) => type === 'TaskScheduled')).toHaveLength(3);
  });

  it('catches with Output and Assign once the retries are used up', async () => {
    const { outcome } = stage(
      inLine({
        Work: task({
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
          Catch: [
            { ErrorEquals: ['Other'], Next: 'Never' },
            {
              ErrorEquals: ['States.ALL'],
              Next: 'Sorry',
              Assign: { why: '{% $states.errorOutput.Error %}' },
              Output: '{% $states.input %}',
            },
          ],
        }),
        Never: { Type: 'Fail' },
        Sorry: { Type: 'Pass', Output: '{% [$why, $states.input.a] %}', End: true },
      }),
      { input: { a: 1 }, integrate: failing('Busy', 'Busy') },
    );

    expect(await outcome(1_000)).toMatchObject({ status: 'SUCCEEDED', output: '["Busy",1]' });
  });

  it('hands the error on when the catcher says nothing else', async () => {
    const { outcome } = stage(
      inLine({
        Work: task({ Catch: [{ ErrorEquals: ['Broken'], Next: 'Sorry' }] }),
        Sorry: { Type: 'Pass', End: true },
      }),
      { integrate: failing('Broken') },
    );

    expect(await outcome()).toMatchObject({ output: '{"Error":"Broken","Cause":"because"}' });
  });

  it('fails with the error of a Fail state', async () => {
    const { outcome, events } = stage(
      inLine({ Stop: { Type: 'Fail', Error: '{% "Code" & $states.input.n %}', Cause: 'why' } }),
      { input: { n: 4 } },
    );

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'Code4', cause: 'why' });
    expect(events()).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
  });
});
