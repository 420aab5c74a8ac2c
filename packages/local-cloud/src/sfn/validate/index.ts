import type { Machine } from '../definition.ts';
import { ApiError } from '../errors.ts';
import { combinationProblems, dialectProblems } from './dialect.ts';
import { errorListProblems } from './error-lists.ts';
import { flowsOf, statesOf } from './flows.ts';
import type { Problem } from './problem.ts';
import { resourceProblems } from './resources.ts';
import { readShape } from './shape.ts';
import { templateProblems, variableProblems } from './templates.ts';
import { duplicateNames, transitionProblems } from './transitions.ts';

const problemsOf = (machine: Machine): readonly Problem[] => {
  const flows = flowsOf(machine);
  const states = flows.flatMap(statesOf);

  return [
    ...dialectProblems(machine, states),
    ...flows.flatMap(transitionProblems),
    ...duplicateNames(flows),
    ...flows.flatMap(variableProblems),
    ...states.flatMap(errorListProblems),
    ...states.flatMap(resourceProblems),
    ...states.flatMap(combinationProblems),
    ...states.flatMap(templateProblems),
  ];
};

export type Verdict =
  | { readonly ok: true; readonly machine: Machine }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const parse = (definition: string): { readonly raw: unknown } | Problem => {
  try {
    return { raw: JSON.parse(definition) };
  } catch (error) {
    return {
      path: '/',
      sentence: `The definition is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
};

/** Reads a definition, or lists everything that the engine would have to ignore to run it. */
export const validate = (definition: string): Verdict => {
  const parsed = parse(definition);
  if (!('raw' in parsed)) return { ok: false, problems: [parsed] };

  const shape = readShape(parsed.raw);
  if (!shape.ok) return shape;

  const problems = problemsOf(shape.machine);
  return problems.length === 0 ? shape : { ok: false, problems };
};

/** @throws ApiError `InvalidDefinition`, naming every place and its reason */
export const readMachine = (definition: string): Machine => {
  const verdict = validate(definition);
  if (verdict.ok) return verdict.machine;

  const reasons = verdict.problems.map(({ path, sentence }) => `${sentence} at ${path}`).join(', ');
  throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${reasons}'`);
};
