import type { StateOf } from '../definition.ts';
import { Aborted, asStateError, type StateError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { withinLimit } from '../limits.ts';
import { race } from '../race.ts';
import { readResource, type TaskResource } from '../resource.ts';
import type { OpenTask } from '../tokens.ts';
import { evaluateIn, finish, numberIn, type Step, type Visit } from '../visit.ts';
import { heartbeat, type Limits, timeout } from './task-limits.ts';

type Task = StateOf<'Task'>;

interface Attempt {
  readonly visit: Visit<Task>;
  readonly resource: TaskResource;
  readonly args: Json;
  readonly limits: Limits;
  readonly task: OpenTask | undefined;
}

const limitsOf = async (visit: Visit<Task>): Promise<Limits> => {
  const { TimeoutSeconds, HeartbeatSeconds } = visit.state;
  return {
    ...(TimeoutSeconds === undefined
      ? {}
      : { timeoutSeconds: await numberIn(visit, { field: 'TimeoutSeconds', template: TimeoutSeconds }, 1) }),
    ...(HeartbeatSeconds === undefined
      ? {}
      : { heartbeatSeconds: await numberIn(visit, { field: 'HeartbeatSeconds', template: HeartbeatSeconds }, 1) }),
  };
};

const named = ({ resource, resourceType }: TaskResource): JsonObject => ({ resourceType, resource });

const announce = ({ visit, resource, args, limits }: Attempt): void => {
  const { trail, run } = visit.lane;
  trail.add('TaskScheduled', {
    taskScheduledEventDetails: {
      ...named(resource),
      region: run.region,
      parameters: JSON.stringify(args),
      ...(limits.timeoutSeconds === undefined ? {} : { timeoutInSeconds: limits.timeoutSeconds }),
      ...(limits.heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: limits.heartbeatSeconds }),
    },
  });
  trail.add('TaskStarted', { taskStartedEventDetails: named(resource) });
};

const callAndWait = async ({ visit, resource, args, task }: Attempt, signal: AbortSignal): Promise<Json> => {
  const answer = withinLimit(await visit.lane.run.integrate(resource, args), `answer to the task '${visit.name}'`);
  if (task === undefined) return answer;

  // The time may have run out while the integration was called; its event must not follow TaskTimedOut.
  signal.throwIfAborted();
  visit.lane.trail.add('TaskSubmitted', {
    taskSubmittedEventDetails: { ...named(resource), output: JSON.stringify(answer) },
  });
  return task.outcome;
};

const withinItsTime = (attempt: Attempt): Promise<Json> => {
  const { visit, limits, task } = attempt;
  const { clock } = visit.lane.run;
  return race<Json>(visit.lane.signal, (signal) => [
    callAndWait(attempt, signal),
    ...(limits.timeoutSeconds === undefined ? [] : [timeout(clock, limits.timeoutSeconds, signal)]),
    ...(limits.heartbeatSeconds === undefined || task === undefined
      ? []
      : [heartbeat(clock, { task, seconds: limits.heartbeatSeconds }, signal)]),
  ]);
};

const reportFailure = ({ visit, resource }: Attempt, { error, errorCause }: StateError): void => {
  const details = { ...named(resource), error, ...(errorCause === '' ? {} : { cause: errorCause }) };
  const { trail } = visit.lane;
  if (error === 'States.Timeout') trail.add('TaskTimedOut', { taskTimedOutEventDetails: details });
  else trail.add('TaskFailed', { taskFailedEventDetails: details });
};

const perform = async (attempt: Attempt): Promise<Json> => {
  announce(attempt);
  try {
    return await withinItsTime(attempt);
  } catch (thrown) {
    if (thrown instanceof Aborted) throw thrown;
    const error = asStateError(thrown);
    reportFailure(attempt, error);
    throw error;
  }
};

const attemptWith = async (visit: Visit<Task>, resource: TaskResource, task: OpenTask | undefined): Promise<Step> => {
  const { state, name, lane, input } = visit;
  const args =
    state.Arguments === undefined ? input : await evaluateIn(visit, { field: 'Arguments', template: state.Arguments });
  withinLimit(args, `input of the task '${name}'`);

  const result = await perform({ visit, resource, args, task, limits: await limitsOf(visit) });
  lane.trail.add('TaskSucceeded', {
    taskSucceededEventDetails: { ...named(resource), output: JSON.stringify(result) },
  });
  return finish(visit, state, { otherwise: result, seen: { result } });
};

/** Task: one attempt to have an integration do its work, and to hear how it ended. */
export const attemptTask = async (visit: Visit<Task>): Promise<Step> => {
  const resource = readResource(visit.state.Resource);
  if (resource === undefined) throw asStateError(`The resource ${visit.state.Resource} is not implemented`);
  if (!resource.waitsForToken) return attemptWith(visit, resource, undefined);

  const { tokens } = visit.lane.run;
  const task = tokens.open();
  try {
    return await attemptWith({ ...visit, token: task.token }, resource, task);
  } finally {
    tokens.close(task.token);
  }
};
