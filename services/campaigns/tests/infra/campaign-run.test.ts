import { at, packagedTemplate, refersTo } from '@bulkhead/testing';
import * as z from 'zod/mini';

const template = await packagedTemplate(new URL('../../', import.meta.url));
const machine = template.find('CampaignRun');

const Retrier = z.object({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.optional(z.number()),
  MaxDelaySeconds: z.optional(z.number()),
});
const State = z.object({
  Type: z.string(),
  Resource: z.optional(z.string()),
  Next: z.optional(z.string()),
  Default: z.optional(z.string()),
  Choices: z.optional(z.array(z.object({ Next: z.string() }))),
  Retry: z.optional(z.array(Retrier)),
  Catch: z.optional(z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() }))),
  /** A number, or how to reckon it. */
  TimeoutSeconds: z.optional(z.union([z.number(), z.string()])),
  HeartbeatSeconds: z.optional(z.number()),
});
const Definition = z.object({ QueryLanguage: z.string(), StartAt: z.string(), States: z.record(z.string(), State) });

const definition = z.parse(
  Definition,
  JSON.parse(z.parse(z.string(), at(machine?.properties, 'DefinitionString', 'Fn::Sub'))),
);
const tasks = Object.entries(definition.States).filter(([, state]) => state.Type === 'Task');
const arrows = Object.entries(definition.States).flatMap(([name, { Next, Default, Choices = [] }]) =>
  [Next, Default, ...Choices.map((choice) => choice.Next)].flatMap((next) =>
    next === undefined ? [] : [`${name} → ${next}`],
  ),
);

describe('the state machine of a run', () => {
  it('has the states of the design, and these arrows', () => {
    expect([`* → ${definition.StartAt}`, ...arrows].toSorted()).toEqual([
      '* → FreezeContent',
      'FailRun → RunFailed',
      'FollowPlan → Finish',
      'FollowPlan → Hold',
      'FollowPlan → ReleaseWave',
      'FollowPlan → UnknownDecision',
      'FollowPlan → WaitForWindow',
      'FollowPlan → WaitUntil',
      'FreezeContent → TakeSnapshot',
      'Hold → PlanNextWave',
      'PlanNextWave → FollowPlan',
      'ReleaseWave → PlanNextWave',
      'TakeSnapshot → PlanNextWave',
      'UnknownDecision → FailRun',
      'WaitForWindow → PlanNextWave',
      'WaitUntil → PlanNextWave',
    ]);
  });

  it('has a role of its own that may do what its states do, and nothing else', () => {
    const statements = at(template.find('RunRole')?.properties, 'Policies', 0, 'PolicyDocument', 'Statement');
    const functions = ['FreezeContent', 'PlanNextWave', 'FinishRun', 'FailRun'].map((name) => `${name}LambdaFunction`);

    expect(refersTo(machine?.properties['RoleArn'], 'RunRole')).toBe(true);
    expect(statements).toEqual([
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: functions.map((name) => ({ 'Fn::GetAtt': [name, 'Arn'] })),
      },
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: { 'Fn::GetAtt': ['RunRequestsQueue', 'Arn'] } },
    ]);
  });

  it.each([
    ['RunFailedAlarm', 'ExecutionsFailed'],
    ['RunAbortedAlarm', 'ExecutionsAborted'],
    ['RunTimedOutAlarm', 'ExecutionsTimedOut'],
  ])('wakes somebody up, with a runbook, however a run fails: %s', (logicalId, metric) => {
    const alarm = template.find(logicalId)?.properties;

    expect(alarm?.['MetricName']).toBe(metric);
    expect(refersTo(alarm?.['Dimensions'], 'CampaignRun')).toBe(true);
    expect(alarm?.['AlarmDescription']).toMatch(/docs\/runbooks\/campaigns-run-failed\.md/);
  });
});

describe.each(tasks)('the state %s', (name, state) => {
  it('never waits for ever', () => {
    expect(typeof state.TimeoutSeconds === 'string' || Number(state.TimeoutSeconds) > 0).toBe(true);
  });

  it('tries again what may work, and gives up at once what cannot', () => {
    const hopeless = state.Retry?.find(({ MaxAttempts }) => MaxAttempts === 0);

    expect(state.Retry?.[0]).toBe(hopeless);
    expect(state.Retry?.some(({ MaxAttempts = 3 }) => MaxAttempts > 0)).toBe(true);
  });

  it('leads to a failed run that can be retried, whatever happens', () => {
    const last = state.Catch?.at(-1);

    expect(last).toEqual({ ErrorEquals: ['States.ALL'], Next: name === 'FailRun' ? 'RunFailed' : 'FailRun' });
  });
});

it('keeps trying to end a failed run for a day: one that has not ended cannot be retried', () => {
  const retriers = new Map(tasks).get('FailRun')?.Retry;

  expect(retriers?.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], MaxAttempts: 300, MaxDelaySeconds: 300 });
});

it.each(['PlanNextWave', 'FailRun'])('lets %s wake a run that was cancelled while it was to be held', (name) => {
  const statements = at(
    template.find(`${name}IamRoleLambdaExecution`)?.properties,
    'Policies',
    0,
    'PolicyDocument',
    'Statement',
  );

  expect(statements).toContainEqual(
    expect.objectContaining({ Action: expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:UpdateItem']) }),
  );
  expect(statements).toContainEqual(expect.objectContaining({ Action: ['states:SendTaskSuccess'] }));
});

describe('the schedules', () => {
  it('may start this state machine and park what they could not start, and nothing else', () => {
    expect(at(template.find('ScheduleRole')?.properties, 'Policies', 0, 'PolicyDocument', 'Statement')).toEqual([
      { Effect: 'Allow', Action: ['states:StartExecution'], Resource: { Ref: 'CampaignRun' } },
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: { 'Fn::GetAtt': ['SchedulesDlq', 'Arn'] } },
    ]);
  });

  it('are in a group of their own', () => {
    expect(template.find('CampaignSchedules')?.properties['Name']).toBe('bulkhead-dev-campaigns');
  });
});
