import type { StateOf } from '../definition.ts';
import { StateError } from '../errors.ts';
import { evaluateIn, evaluationFailed, type Step, type Visit } from '../visit.ts';

const textOf = async (visit: Visit, field: 'Error' | 'Cause', template: string | undefined): Promise<string> => {
  if (template === undefined) return '';
  const value = await evaluateIn(visit, { field, template: template });
  if (typeof value === 'string') return value;
  throw evaluationFailed(visit, field, `The field '${field}' must be a string, not ${JSON.stringify(value)}`);
};

/** Fail: ends the execution with an error that nothing catches in this flow. */
export const visitFail = async (visit: Visit<StateOf<'Fail'>>): Promise<Step> => {
  const error = await textOf(visit, 'Error', visit.state.Error);
  throw new StateError(error, await textOf(visit, 'Cause', visit.state.Cause));
};
