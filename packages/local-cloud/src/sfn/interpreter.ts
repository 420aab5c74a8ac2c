import type { Flow, State, StateOf } from './definition.ts';
import { Aborted, StateError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { Lane } from './lane.ts';
import { visitChoice } from './states/choice.ts';
import { visitFail } from './states/fail.ts';
import { guarded } from './states/guarded.ts';
import { attemptMap } from './states/map.ts';
import { attemptParallel } from './states/parallel.ts';
import { visitPass } from './states/pass.ts';
import { attemptTask } from './states/task.ts';
import { visitWait } from './states/wait.ts';
import type { Step, Visit } from './visit.ts';

/** States whose being cut off is an event of its own. */
const REPORTS_ABORTION: ReadonlySet<State['Type']> = new Set(['Task', 'Wait', 'Parallel', 'Map']);

const visitGuarded = (visit: Visit, state: StateOf<'Task' | 'Parallel' | 'Map'>): Promise<Step> => {
  switch (state.Type) {
    case 'Task':
      return guarded({ ...visit, state }, attemptTask);
    case 'Parallel':
      return guarded({ ...visit, state }, attemptParallel);
    case 'Map':
      return guarded({ ...visit, state }, attemptMap);
  }
};

const mayRetry = (state: State): state is StateOf<'Task' | 'Parallel' | 'Map'> =>
  state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map';

const visitState = (visit: Visit): Promise<Step> => {
  const { state } = visit;
  if (mayRetry(state)) return visitGuarded(visit, state);

  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return visitPass({ ...visit, state });
    case 'Fail':
      return visitFail({ ...visit, state });
    case 'Choice':
      return visitChoice({ ...visit, state });
    case 'Wait':
      return visitWait({ ...visit, state });
  }
};

const assignedDetails = (assigned: Step['assigned']): JsonObject => {
  if (assigned === undefined || Object.keys(assigned).length === 0) return {};
  const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)] as const);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
};

const enter = ({ name, state, input }: Pick<Visit, 'name' | 'state' | 'input'>, lane: Lane): Visit => ({
  name,
  state,
  input,
  lane,
  enteredTime: new Date(lane.run.clock.now()).toISOString(),
  enteredEventId: lane.trail.add(`${state.Type}StateEntered`, {
    stateEnteredEventDetails: { name, input: JSON.stringify(input) },
  }),
  retryCount: 0,
});

const leave = ({ lane, state, name }: Visit, { output, assigned }: Step): void => {
  for (const [variable, value] of Object.entries(assigned ?? {})) lane.variables.set(variable, value);
  lane.trail.add(`${state.Type}StateExited`, {
    stateExitedEventDetails: { name, output: JSON.stringify(output), ...assignedDetails(assigned) },
  });
};

const passThrough = async (visit: Visit): Promise<Step> => {
  try {
    const step = await visitState(visit);
    leave(visit, step);
    return step;
  } catch (error) {
    const { lane, state } = visit;
    if (error instanceof Aborted && REPORTS_ABORTION.has(state.Type)) lane.trail.add(`${state.Type}StateAborted`);
    throw error;
  }
};

const ownNext = (state: State): string | undefined => ('Next' in state ? state.Next : undefined);

/** Follows a flow from its first state to its end, and gives its output. @throws StateError, Aborted */
export const follow = async (flow: Flow, input: Json, lane: Lane): Promise<Json> => {
  let data = input;
  for (let name: string | undefined = flow.StartAt; name !== undefined; ) {
    lane.signal.throwIfAborted();
    const state: State | undefined = flow.States[name];
    if (state === undefined) throw new StateError('States.Runtime', `There is no state '${name}'`);

    const step = await passThrough(enter({ name, state, input: data }, lane));
    data = step.output;
    name = step.next ?? ownNext(state);
  }
  return data;
};
