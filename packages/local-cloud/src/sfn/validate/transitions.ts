import type { State } from '../definition.ts';
import { type PlacedFlow, type PlacedState, statesOf } from './flows.ts';
import { type PathStep, type Problem, pathOf } from './problem.ts';

interface Transition {
  readonly to: string;
  readonly at: readonly PathStep[];
}

const LONGEST_NAME = 80;

const nextOf = (state: State): readonly Transition[] =>
  'Next' in state && state.Next !== undefined ? [{ to: state.Next, at: ['Next'] }] : [];

const catchersOf = (state: State): readonly Transition[] =>
  'Catch' in state ? (state.Catch ?? []).map(({ Next }, n) => ({ to: Next, at: ['Catch', n, 'Next'] })) : [];

const choicesOf = (state: State): readonly Transition[] => {
  if (state.Type !== 'Choice') return [];
  const rules = state.Choices.map(({ Next }, n) => ({ to: Next, at: ['Choices', n, 'Next'] }));
  return state.Default === undefined ? rules : [...rules, { to: state.Default, at: ['Default'] }];
};

const transitionsOf = (state: State): readonly Transition[] => [
  ...nextOf(state),
  ...choicesOf(state),
  ...catchersOf(state),
];

const missingTargets = ({ flow }: PlacedFlow, states: readonly PlacedState[]): readonly Problem[] =>
  states.flatMap(({ state, at }) =>
    transitionsOf(state)
      .filter(({ to }) => !Object.hasOwn(flow.States, to))
      .map(({ to, at: field }) => ({
        path: pathOf([...at, ...field]),
        sentence: `Missing transition target: there is no state '${to}' beside this one`,
      })),
  );

const unreachable = ({ flow }: PlacedFlow, states: readonly PlacedState[]): readonly Problem[] => {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const state = flow.States[name];
    if (state === undefined || reached.has(name)) return;
    reached.add(name);
    for (const { to } of transitionsOf(state)) visit(to);
  };
  visit(flow.StartAt);
  return states
    .filter(({ name }) => !reached.has(name))
    .map(({ name, at }) => ({ path: pathOf(at), sentence: `The state '${name}' is not reachable` }));
};

const mustLeave: ReadonlySet<State['Type']> = new Set(['Pass', 'Task', 'Wait', 'Parallel', 'Map']);

const exits = (states: readonly PlacedState[]): readonly Problem[] =>
  states
    .filter(
      ({ state }) => mustLeave.has(state.Type) && nextOf(state).length + ('End' in state && state.End ? 1 : 0) !== 1,
    )
    .map(({ at }) => ({ path: pathOf(at), sentence: "A state needs either 'Next' or 'End', and not both" }));

const names = (states: readonly PlacedState[]): readonly Problem[] =>
  states
    .filter(({ name }) => name.length === 0 || name.length > LONGEST_NAME)
    .map(({ at }) => ({ path: pathOf(at), sentence: `The name of a state has 1 to ${LONGEST_NAME} characters` }));

/** Finds states that lead nowhere, into nothing, or cannot be reached. */
export const transitionProblems = (placed: PlacedFlow): readonly Problem[] => {
  const { flow, at } = placed;
  const states = statesOf(placed);
  if (!Object.hasOwn(flow.States, flow.StartAt)) {
    const sentence = `Missing transition target: there is no state '${flow.StartAt}' to start at`;
    return [{ path: pathOf([...at, 'StartAt']), sentence }];
  }
  return [...missingTargets(placed, states), ...unreachable(placed, states), ...exits(states), ...names(states)];
};

/** Names are unique in the whole machine, not only in their branch. */
export const duplicateNames = (flows: readonly PlacedFlow[]): readonly Problem[] => {
  const seen = new Set<string>();
  return flows.flatMap(statesOf).flatMap(({ name, at }) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew ? [] : [{ path: pathOf(at), sentence: `Another state is called '${name}' already` }];
  });
};
