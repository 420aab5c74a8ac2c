import type { StateOf } from '../definition.ts';
import type { Json } from '../json.ts';
import { forkLane, type Lane } from '../lane.ts';
import { withinLimit } from '../limits.ts';
import { evaluateIn, finish, type Step, type Visit } from '../visit.ts';
import { sideBySide } from './side-by-side.ts';

type Parallel = StateOf<'Parallel'>;

const runBranches = async ({ state, lane }: Visit<Parallel>, input: Json): Promise<Json> => {
  const outputs: Json[] = [];
  const lanes: Lane[] = [];
  const { Branches } = state;
  try {
    await sideBySide(lane, {
      atOnce: Branches.length,
      count: Branches.length,
      each: async (n, signal) => {
        const [branch] = Branches.slice(n, n + 1);
        if (branch === undefined) return;
        const own = forkLane(lane, signal);
        lanes.push(own);
        outputs[n] = await lane.run.follow(branch, input, own);
      },
    });
  } finally {
    lane.trail.join(lanes.map(({ trail }) => trail));
  }
  return outputs;
};

/** Parallel: every branch gets the same input; the result is the list of their outputs. */
export const attemptParallel = async (visit: Visit<Parallel>): Promise<Step> => {
  const { state, lane, input, name } = visit;
  const args =
    state.Arguments === undefined ? input : await evaluateIn(visit, { field: 'Arguments', template: state.Arguments });
  withinLimit(args, `input of the state '${name}'`);

  lane.trail.add('ParallelStateStarted');
  const result = await runBranches(visit, args);
  lane.trail.add('ParallelStateSucceeded');
  return finish(visit, state, { otherwise: result, seen: { result } });
};
