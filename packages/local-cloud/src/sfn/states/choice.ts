import type { StateOf } from '../definition.ts';
import { StateError } from '../errors.ts';
import { evaluateIn, evaluationFailed, finish, type Step, type Visit } from '../visit.ts';

type Choice = StateOf<'Choice'>;
type Rule = Choice['Choices'][number];

const holds = async (visit: Visit, { Condition }: Rule, n: number): Promise<boolean> => {
  const field = `Choices[${n}]/Condition`;
  const value = await evaluateIn(visit, { field, template: Condition });
  if (typeof value === 'boolean') return value;
  throw evaluationFailed(visit, field, `The field '${field}' must be true or false, not ${JSON.stringify(value)}`);
};

const firstThatHolds = async (visit: Visit<Choice>): Promise<Rule | undefined> => {
  for (const [n, rule] of visit.state.Choices.entries()) {
    if (await holds(visit, rule, n)) return rule;
  }
  return undefined;
};

/** Choice: a rule that holds brings its own Output and Assign; those of the state belong to `Default`. */
export const visitChoice = async (visit: Visit<Choice>): Promise<Step> => {
  const rule = await firstThatHolds(visit);
  if (rule !== undefined) return finish(visit, rule, { otherwise: visit.input, next: rule.Next });

  const { Default } = visit.state;
  if (Default === undefined) throw new StateError('States.NoChoiceMatched', `No rule of '${visit.name}' holds`);
  return finish(visit, visit.state, { otherwise: visit.input, next: Default });
};
