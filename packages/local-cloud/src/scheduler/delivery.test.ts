import { VirtualClock } from '../sfn/testing/virtual-clock.ts';
import type { DeadLetter } from './dead-letter.ts';
import { makeDelivery } from './delivery.ts';

const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:run';
const UNIVERSAL = 'arn:aws:scheduler:::aws-sdk:sfn:startExecution';
const FUNCTION = 'arn:aws:lambda:eu-west-1:000000000000:function:tick';
const DLQ = 'arn:aws:sqs:eu-west-1:000000000000:lost';
const DUE = Date.parse('2030-01-31T09:00:00Z');

const named = (name: string): Error => Object.assign(new Error('no'), { name });

const setUp = (...failures: readonly Error[]) => {
  const clock = new VirtualClock(DUE);
  const calls: unknown[] = [];
  const lines: string[] = [];
  const parked: DeadLetter[] = [];
  let left = failures;
  const hit = async (call: unknown): Promise<void> => {
    calls.push(call);
    const [failure, ...others] = left;
    left = others;
    if (failure !== undefined) throw failure;
  };
  const deliver = makeDelivery({
    targets: {
      startExecution: hit,
      invokeFunction: (arn, payload) => hit({ arn, payload }),
      park: async (queueArn, letter) => {
        if (queueArn !== DLQ) throw new Error('no such queue');
        parked.push(letter);
      },
    },
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
  return { clock, calls, lines, parked, to };
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

it('does not try again when it would be too old then', async () => {
  const { calls, clock, to } = setUp(named('HostGone'), named('HostGone'), named('HostGone'));
  await clock.advance(58_000);

  await to({ RetryPolicy: { MaximumEventAgeInSeconds: 60 } }, 60_000);

  expect(calls).toHaveLength(2);
});

it('leaves what was lost in its dead-letter queue, and says why', async () => {
  const { parked, to } = setUp(named('HostGone'), named('HostGone'));

  await to({ Input: '{"a":1}', DeadLetterConfig: { Arn: DLQ }, RetryPolicy: { MaximumRetryAttempts: 1 } }, 60_000);

  expect(parked).toEqual([
    {
      body: '{"a":1}',
      attributes: {
        ERROR_CODE: 'HostGone',
        ERROR_MESSAGE: 'no',
        EXECUTION_ID: 'id-1',
        EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        IS_PAYLOAD_TRUNCATED: 'false',
        RETRY_ATTEMPTS: '1',
        SCHEDULED_TIME: '2030-01-31T09:00:00Z',
        SCHEDULE_ARN: 'arn:schedule',
        TARGET_ARN: MACHINE,
      },
    },
  ]);
});

it.each([
  { failure: 'HostGone', startMs: 59_500, condition: 'MaximumEventAgeInSeconds' },
  { failure: 'ExecutionAlreadyExists', startMs: 0, condition: undefined },
])('says that $condition ended it after $failure', async ({ failure, startMs, condition }) => {
  const { clock, parked, to } = setUp(named(failure));
  await clock.advance(startMs);

  await to({ DeadLetterConfig: { Arn: DLQ }, RetryPolicy: { MaximumEventAgeInSeconds: 60 } });

  expect(parked).toMatchObject([{ body: '{}', attributes: { ERROR_CODE: failure, RETRY_ATTEMPTS: '0' } }]);
  expect(parked[0]?.attributes['EXHAUSTED_RETRY_CONDITION']).toBe(condition);
});

it('parks nothing of what a retry has done', async () => {
  const { parked, to } = setUp(named('HostGone'));

  await to({ DeadLetterConfig: { Arn: DLQ } }, 1_000);

  expect(parked).toEqual([]);
});

it('says that the dead-letter queue did not take it', async () => {
  const { lines, to } = setUp(named('InvalidName'));

  await to({ DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:000000000000:nowhere' } });

  expect(lines).toEqual([
    'lost: arn:schedule after 1 attempt(s), the target answered InvalidName',
    'lost: arn:schedule for good, its dead-letter queue arn:aws:sqs:eu-west-1:000000000000:nowhere answered no such queue',
  ]);
});
