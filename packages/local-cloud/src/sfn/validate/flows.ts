import type { Flow, Machine, State } from '../definition.ts';
import type { PathStep } from './problem.ts';

/** A line of states and where it stands in the definition. */
export interface PlacedFlow {
  readonly flow: Flow;
  readonly at: readonly PathStep[];
  /** The flows around it, outermost first. */
  readonly outer: readonly Flow[];
}

export interface PlacedState {
  readonly name: string;
  readonly state: State;
  readonly at: readonly PathStep[];
}

const nested = ({ at, outer, flow }: PlacedFlow): readonly PlacedFlow[] =>
  statesOf({ at, outer, flow }).flatMap(({ state, at: here }) => {
    if (state.Type === 'Map') return flowsFrom(state.ItemProcessor, [...here, 'ItemProcessor'], [...outer, flow]);
    if (state.Type !== 'Parallel') return [];
    return state.Branches.flatMap((branch, n) => flowsFrom(branch, [...here, 'Branches', n], [...outer, flow]));
  });

const flowsFrom = (flow: Flow, at: readonly PathStep[], outer: readonly Flow[]): readonly PlacedFlow[] => {
  const placed = { flow, at, outer };
  return [placed, ...nested(placed)];
};

/** The machine's own line of states, every branch and every item processor. */
export const flowsOf = (machine: Machine): readonly PlacedFlow[] => flowsFrom(machine, [], []);

export const statesOf = ({ flow, at }: PlacedFlow): readonly PlacedState[] =>
  Object.entries(flow.States).map(([name, state]) => ({ name, state, at: [...at, 'States', name] }));
