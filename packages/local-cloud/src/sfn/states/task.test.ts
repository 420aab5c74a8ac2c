import type { Integrate } from '../integrations/index.ts';
import type { Json } from '../json.ts';
import { inLine, START, stage, task } from '../testing/stage.ts';

describe('callbacks', () => {
  const ask = (more: Record<string, Json> = {}) =>
    inLine({
      Ask: task({
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
        ...more,
      }),
      Late: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
    });
  const late = { Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Late' }] };

  const asking = (more?: Record<string, Json>) => {
    const bodies: string[] = [];
    const integrate: Integrate = async (_, args) => {
      bodies.push(JSON.stringify(args));
      return { MessageId: 'm' };
    };
    const staged = stage(ask({ ...late, ...more }), { integrate });
    return { ...staged, token: () => /"token":"([^"]+)"/.exec(bodies.join())?.[1] ?? '' };
  };

  it('goes on with what the callback brings', async () => {
    const { outcome, tokens, token, events } = asking();
    await outcome(1_000_000);

    tokens.succeed(token(), { answer: 42 });

    expect(await outcome()).toMatchObject({ status: 'SUCCEEDED', output: '{"answer":42}' });
    expect(events()).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails with the error that the callback names', async () => {
    const { outcome, tokens, token } = asking();
    await outcome();

    tokens.fail(token(), { error: 'No', cause: 'thanks' });

    expect(await outcome()).toMatchObject({ status: 'FAILED', error: 'No', cause: 'thanks' });
  });

  it('waits as long as there are heartbeats, and not a second longer', async () => {
    const { outcome, tokens, token, events } = asking({ HeartbeatSeconds: '{% 30 %}' });
    await outcome(29_000);
    tokens.heartbeat(token());

    expect(await outcome(29_999)).toMatchObject({ status: 'RUNNING' });
    expect(await outcome(1)).toMatchObject({ status: 'SUCCEEDED', output: '"States.Timeout"', stopMs: START + 59_000 });
    expect(events()).toContain('TaskTimedOut');
    expect(() => tokens.heartbeat(token())).toThrow(expect.objectContaining({ type: 'TaskTimedOut' }));
  });

  it('does not let heartbeats prolong the time-out', async () => {
    const { outcome, tokens, token } = asking({ HeartbeatSeconds: 30, TimeoutSeconds: 40 });
    await outcome(29_000);
    tokens.heartbeat(token());

    expect(await outcome(11_000)).toMatchObject({ status: 'FAILED', error: 'States.Timeout', stopMs: START + 40_000 });
  });

  it('stops waiting when the execution is stopped', async () => {
    const { outcome, execution, events, clock } = asking({ HeartbeatSeconds: 30 });
    await outcome();

    execution.stop('Enough', 'said somebody');

    expect(await outcome()).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'said somebody' });
    expect(events().at(-1)).toBe('ExecutionAborted');
    expect(clock.waiting).toBe(0);
  });
});
