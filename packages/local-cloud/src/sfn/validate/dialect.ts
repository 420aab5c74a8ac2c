import type { Machine } from '../definition.ts';
import { expressionIn } from '../expressions.ts';
import type { PlacedState } from './flows.ts';
import { type Problem, pathOf } from './problem.ts';

/** Without a `QueryLanguage` of its own or the machine's, a state would be JSONPath. */
export const dialectProblems = ({ QueryLanguage }: Machine, states: readonly PlacedState[]): readonly Problem[] => {
  if (QueryLanguage === 'JSONata') return [];
  return states
    .filter(({ state }) => state.QueryLanguage === undefined)
    .map(({ at }) => ({
      path: pathOf(at),
      sentence:
        "This state is in the JSONPath dialect, which is not implemented; set the machine's QueryLanguage to JSONata",
    }));
};

const waitSentence = ({ state }: PlacedState): string | undefined => {
  if (state.Type !== 'Wait') return undefined;
  const { Seconds, Timestamp } = state;
  if ((Seconds === undefined) === (Timestamp === undefined)) return "A Wait needs either 'Seconds' or 'Timestamp'";
  if (Timestamp === undefined || expressionIn(Timestamp) !== undefined) return undefined;
  return Number.isNaN(Date.parse(Timestamp))
    ? `'${Timestamp}' is not a timestamp like 2030-01-31T09:00:00Z`
    : undefined;
};

const taskSentence = ({ state }: PlacedState): string | undefined => {
  if (state.Type !== 'Task') return undefined;
  const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout } = state;
  if (typeof heartbeat !== 'number' || typeof timeout !== 'number' || heartbeat < timeout) return undefined;
  return "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'";
};

/** Rules about several fields of one state. */
export const combinationProblems = (placed: PlacedState): readonly Problem[] => {
  const sentence = waitSentence(placed) ?? taskSentence(placed);
  return sentence === undefined ? [] : [{ path: pathOf(placed.at), sentence }];
};
