import type { StateOf } from '../definition.ts';
import { Aborted } from '../errors.ts';
import type { Json } from '../json.ts';
import { forkLane, type Lane } from '../lane.ts';
import { withinLimit } from '../limits.ts';
import { evaluateIn, evaluationFailed, finish, numberIn, type Step, type Visit } from '../visit.ts';
import { sideBySide } from './side-by-side.ts';

type MapState = StateOf<'Map'>;

/** What an inline Map of Step Functions allows itself. */
const MOST_AT_ONCE = 40;

const itemsOf = async (visit: Visit<MapState>): Promise<readonly Json[]> => {
  const { Items } = visit.state;
  const items = Items === undefined ? visit.input : await evaluateIn(visit, { field: 'Items', template: Items });
  if (Array.isArray(items)) return items;
  throw evaluationFailed(visit, 'Items', `The field 'Items' must be an array, not ${JSON.stringify(items)}`);
};

const atOnceOf = async (visit: Visit<MapState>): Promise<number> => {
  const { MaxConcurrency } = visit.state;
  const wanted =
    MaxConcurrency === undefined ? 0 : await numberIn(visit, { field: 'MaxConcurrency', template: MaxConcurrency }, 0);
  return wanted === 0 ? MOST_AT_ONCE : Math.min(wanted, MOST_AT_ONCE);
};

const iterate = async (visit: Visit<MapState>, lane: Lane, { value, index }: { value: Json; index: number }) => {
  const { state, name } = visit;
  const { trail, run } = lane;
  const about = { name, index };
  const item = { Item: { Index: index, Value: value } };

  trail.add('MapIterationStarted', { mapIterationStartedEventDetails: about });
  try {
    const input =
      state.ItemSelector === undefined
        ? value
        : await evaluateIn({ ...visit, lane }, { field: 'ItemSelector', template: state.ItemSelector }, { item });
    const output = await run.follow(state.ItemProcessor, withinLimit(input, `item ${index} of '${name}'`), lane);
    trail.add('MapIterationSucceeded', { mapIterationSucceededEventDetails: about });
    return output;
  } catch (error) {
    if (error instanceof Aborted) trail.add('MapIterationAborted', { mapIterationAbortedEventDetails: about });
    else trail.add('MapIterationFailed', { mapIterationFailedEventDetails: about });
    throw error;
  }
};

const runIterations = async (visit: Visit<MapState>, items: readonly Json[], atOnce: number): Promise<Json> => {
  const { lane } = visit;
  const outputs: Json[] = [];
  const lanes: Lane[] = [];
  try {
    await sideBySide(lane, {
      atOnce,
      count: items.length,
      each: async (index, signal) => {
        const value = items[index] ?? null;
        const own = forkLane(lane, signal, { Item: { Index: index, Value: value } });
        lanes.push(own);
        outputs[index] = await iterate(visit, own, { value, index });
      },
    });
  } finally {
    lane.trail.join(lanes.map(({ trail }) => trail));
  }
  return outputs;
};

/** Map, inline: the same flow for every item; the result is the list of their outputs, in the items' order. */
export const attemptMap = async (visit: Visit<MapState>): Promise<Step> => {
  const { state, lane } = visit;
  const items = await itemsOf(visit);
  const atOnce = await atOnceOf(visit);

  lane.trail.add('MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const result = await runIterations(visit, items, atOnce);
  lane.trail.add('MapStateSucceeded');
  return finish(visit, state, { otherwise: result, seen: { result } });
};
