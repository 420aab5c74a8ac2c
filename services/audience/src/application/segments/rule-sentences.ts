import type { RuleProblem } from '../../domain/segments/rule.ts';
import { LIMITS } from '../../domain/segments/rule.ts';

/** As much of a name as fields have. */
const shown = (name = ''): string => name.slice(0, 64).toWellFormed();

/** Says what is wrong with a rule, and what to do. */
export const sentenceOf = (problem: RuleProblem): string => {
  switch (problem.kind) {
    case 'rule_malformed':
      return `must be ${problem.expected}`;
    case 'group_empty':
      return 'is a group without rules: add a rule, or remove the group';
    case 'too_deep':
      return `is a group within more than ${LIMITS.depth - 1} others: use fewer`;
    case 'too_many_rules':
      return `has more than ${LIMITS.rules} rules: use "in" with a list of values, or several segments`;
    case 'field_unknown':
      return `asks about "${shown(problem.field)}", which no contact has: check how it is spelled, or import it first`;
    case 'list_unknown':
      return 'names a list that does not exist';
    case 'operator_unknown':
      return `has the operator "${shown(problem.operator)}", which there is not`;
    case 'operator_unfit':
      return `asks "${shown(problem.field)}", which is a ${problem.type}: only ${problem.operators.join(', ')} fit`;
    case 'value_unfit':
      return `needs ${problem.expected}, for "${shown(problem.field)}"`;
  }
};
