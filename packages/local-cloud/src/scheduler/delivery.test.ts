import { VirtualClock } from '../sfn/testing/virtual-clock.ts';
import { makeDelivery } from './delivery.ts';

const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:run';
const UNIVERSAL = 'arn:aws:scheduler:::aws-sdk:sfn:startExecution';
const FUNCTION = 'arn:aws:lambda:eu-west-1:000000000000:function:tick';
const DUE = Date.parse('2030-01-31T09:00:00Z');

const named = (name: string): Error => Object.assign(new Error('no'), { name });

const setUp = (...failures: readonly Error[]) => {
  const clock = new VirtualClock(DUE);
  const calls: unknown[] = [];
  const lines: string[] = [];
  let left = failures;
  const hit = async (call: unknown): Promise<void> => {
    calls.push(call);
    const [failure, ...others] = left;
    left = others;
    if (failure !== undefined) throw failure;
  };
  const deliver = makeDelivery({
    targets: { startExecution: hit, invokeFunction: (arn, payload) => hit({ arn, payload }) },
    clock,
    log: (line) => lines.push(line),
    newId: () => 'id-1',
  });
  const to = async (target: object, passMs = 0): Promise<void> => {
    const due = { scheduleArn: 'arn:schedule', dueMs: DUE, target: { Arn: MACHINE, RoleArn: 'role', ...target } };
    const delivered = deliver(due, new AbortController().signal);
    await clock.advance(passMs);
    await delivered;
  };
  return { clock, calls, lines, to };
};

it('starts a state machine as the universal target says', async () => {
  const { calls, to } = setUp();

  await to({ Arn: UNIVERSAL, Input: JSON.stringify({ StateMachineArn: MACHINE, Name: 'run-1', Input: '{"a":1}' }) });

  expect(calls).toEqual([{ stateMachineArn: MACHINE, name: 'run-1', input: '{"a":1}' }]);
});

it('starts a state machine named directly, under a name that a retry keeps', async () => {
  const { calls, to } = setUp(named('ServiceUnavailable'));

  await to({ Input: '{"a":1}' }, 1_000);

  expect(calls).toEqual([
    { stateMachineArn: MACHINE, name: 'id-1', input: '{"a":1}' },
    { stateMachineArn: MACHINE, name: 'id-1', input: '{"a":1}' },
  ]);
});

it('invokes a function, with its own invocation filled in', async () => {
  const { calls, to } = setUp();
  const Input =
    '{"at":"<aws.scheduler.scheduled-time>","of":"<aws.scheduler.schedule-arn>","id":"<aws.scheduler.execution-id>","n":<aws.scheduler.attempt-number>}';

  await to({
    Arn: FUNCTION,
    Input: Input.replace('<aws.scheduler.attempt-number>', '"<aws.scheduler.attempt-number>"'),
  });

  expect(calls).toEqual([
    { arn: FUNCTION, payload: '{"at":"2030-01-31T09:00:00Z","of":"arn:schedule","id":"id-1","n":"1"}' },
  ]);
});

it('tries five times again, further and further apart, and then says what was lost', async () => {
  const { calls, lines, to } = setUp(...Array.from({ length: 9 }, () => named('HostGone')));

  await to({}, 31_000);

  expect(calls).toHaveLength(6);
  expect(lines).toEqual(['lost: arn:schedule after 6 attempt(s), the target answered HostGone']);
});

it.each([
  { policy: { MaximumRetryAttempts: 0 }, failure: 'HostGone', attempts: 1 },
  { policy: { MaximumRetryAttempts: 2 }, failure: 'HostGone', attempts: 3 },
  { policy: {}, failure: 'ExecutionAlreadyExists', attempts: 1 },
  { policy: {}, failure: 'InvalidExecutionInput', attempts: 1 },
])('makes $attempts attempt(s) at $failure with $policy', async ({ policy, failure, attempts }) => {
  const { calls, to } = setUp(...Array.from({ length: 9 }, () => named(failure)));

  await to({ RetryPolicy: policy }, 60_000);

  expect(calls).toHaveLength(attempts);
});

it('says nothing when a retry succeeds', async () => {
  const { calls, lines, to } = setUp(named('HostGone'), named('HostGone'));

  await to({}, 3_000);

  expect(calls).toHaveLength(3);
  expect(lines).toEqual([]);
});
