import { inLine, stage, task } from './testing/stage.ts';

describe('data', () => {
  it('gives a state the output of the one before it', async () => {
    const { outcome } = stage(
      inLine({
        First: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'Second' },
        Second: { Type: 'Succeed', Output: '{% $states.input.n * 10 %}' },
      }),
      { input: { n: 1 } },
    );

    expect(await outcome()).toMatchObject({ status: 'SUCCEEDED', output: '20' });
  });

  it('evaluates Output and Assign with the variables as they were', async () => {
    const { outcome } = stage(
      inLine({
        First: { Type: 'Pass', Assign: { x: 1, y: 1 }, Next: 'Second' },
        Second: { Type: 'Pass', Assign: { x: '{% $y + 1 %}', y: '{% $x + 10 %}' }, Output: '{% $x %}', Next: 'Third' },
        Third: { Type: 'Pass', Output: '{% [$states.input, $x, $y] %}', End: true },
      }),
    );

    expect(await outcome()).toMatchObject({ output: '[1,2,11]' });
  });

  it('shows the context object', async () => {
    const { outcome } = stage(inLine({ Look: { Type: 'Pass', Output: '{% $states.context %}', End: true } }), {
      input: { a: 1 },
    });

    const ended = await outcome();

    expect(JSON.parse('output' in ended ? ended.output : '')).toEqual({
      Execution: {
        Id: 'arn:aws:states:eu-west-1:000000000000:execution:run:1',
        Name: '1',
        Input: { a: 1 },
        StartTime: '2030-01-01T00:00:00.000Z',
        RoleArn: 'arn:aws:iam::000000000000:role/run',
        RedriveCount: 0,
      },
      StateMachine: { Id: 'arn:aws:states:eu-west-1:000000000000:stateMachine:run', Name: 'run' },
      State: { Name: 'Look', EnteredTime: '2030-01-01T00:00:00.000Z', RetryCount: 0 },
    });
  });

  it('fails a state whose output is too large, and no catcher of everything hears of it', async () => {
    const { outcome } = stage(
      inLine({
        Grow: task({ Output: '{% $pad("", 300000, "x") %}', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Never' }] }),
        Never: { Type: 'Pass', End: true },
      }),
    );

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('tells where an expression failed', async () => {
    const { outcome, execution, events } = stage(
      inLine({ Look: { Type: 'Pass', Output: { x: '{% $states.input.y %}' }, End: true } }),
    );

    expect(await outcome()).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(
        "state 'Look' (entered at the event id #2). The JSONata expression '$states.input.y'",
      ),
    });
    expect(events()).toEqual(['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed']);
    expect(execution.history.events[2]?.details).toMatchObject({
      evaluationFailedEventDetails: { location: 'Output/x', state: 'Look' },
    });
  });
});

it('fails at the 25,000th event, which nothing catches', async () => {
  const { outcome, execution, events } = stage(
    inLine({
      Each: {
        Type: 'Map',
        Items: '{% [1..100] %}',
        ItemProcessor: {
          StartAt: 'Turn',
          States: { Turn: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Turn' }] } },
        },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Never' }],
        Next: 'Never',
      },
      Never: { Type: 'Pass', End: true },
    }),
  );
  while (execution.outcome.status === 'RUNNING') await outcome();

  expect(execution.outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(events()).toHaveLength(25_000);
  expect(events().at(-1)).toBe('ExecutionFailed');
});
