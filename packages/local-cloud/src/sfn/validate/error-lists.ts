import type { PlacedState } from './flows.ts';
import { type Problem, pathOf } from './problem.ts';

const KNOWN_STATES_ERRORS: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.HeartbeatTimeout',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
]);

const sentencesFor = (errorEquals: readonly string[], isLast: boolean): readonly string[] => [
  ...(errorEquals.includes('States.ALL') && (errorEquals.length > 1 || !isLast)
    ? ['States.ALL must appear alone and at end of list']
    : []),
  ...errorEquals
    .filter((name) => name.startsWith('States.') && !KNOWN_STATES_ERRORS.has(name))
    .map((name) => `No state here can report the error '${name}'`),
];

/** Checks the `ErrorEquals` of every retrier and catcher of a state. */
export const errorListProblems = ({ state, at }: PlacedState): readonly Problem[] => {
  if (!('Retry' in state || 'Catch' in state)) return [];

  return (['Retry', 'Catch'] as const).flatMap((field) => {
    const entries = state[field] ?? [];
    return entries.flatMap(({ ErrorEquals }, n) =>
      sentencesFor(ErrorEquals, n === entries.length - 1).map((sentence) => ({
        path: pathOf([...at, field, n, 'ErrorEquals']),
        sentence,
      })),
    );
  });
};
