import { LIMITS, type RuleProblem } from '../../domain/segments/rule.ts';

/** As much of a name as fields have. */
const shown = (name = ''): string => name.slice(0, 64).toWellFormed();

/** Each is the end of a sentence that begins with the place of the rule. */
export const RULE_SENTENCES: Readonly<Record<RuleProblem['kind'], string>> = {
  rule_malformed: 'must be {expected}',
  group_empty: 'is a group without rules: add a rule, or remove the group',
  too_deep: 'is a group within more than {most} others: use fewer',
  too_many_rules: 'has more than {most} rules: use "in" with a list of values, or several segments',
  field_unknown: 'asks about "{field}", which no contact has: check how it is spelled, or import it first',
  list_unknown: 'names a list that does not exist',
  operator_unknown: 'has the operator "{operator}", which there is not',
  operator_unfit: 'asks "{field}", which is a {type}: only {operators} fit',
  value_unfit: 'needs {expected}, for "{field}"',
};

/** What stands in the sentence about a rule. */
// oxlint-disable-next-line complexity -- one flat table
export const valuesOf = (found: RuleProblem): Readonly<Record<string, string | number>> => {
  const field = shown(found.field);
  switch (found.kind) {
    case 'rule_malformed':
      return { expected: found.expected };
    case 'too_deep':
      return { most: LIMITS.depth - 1 };
    case 'too_many_rules':
      return { most: LIMITS.rules };
    case 'operator_unknown':
      return { operator: shown(found.operator) };
    case 'operator_unfit':
      return { field, type: found.type, operators: found.operators.join(', ') };
    case 'value_unfit':
      return { field, expected: found.expected };
    case 'field_unknown':
      return { field };
    case 'group_empty':
    case 'list_unknown':
      return {};
  }
};

/** Says what is wrong with a rule, and what to do. */
export const sentenceOf = (found: RuleProblem): string => {
  const values = valuesOf(found);
  return RULE_SENTENCES[found.kind].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
};
