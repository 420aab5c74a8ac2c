/** The operators of react-querybuilder. */
export const OPERATORS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'doesNotContain',
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
  'null',
  'notNull',
  'in',
  'notIn',
  'between',
  'notBetween',
] as const;
export type Operator = (typeof OPERATORS)[number];

export type Scalar = string | number | boolean;

/** What is asked of one field, as react-querybuilder writes it. */
export interface Rule {
  readonly field: string;
  readonly operator: Operator;
  /** Missing where the operator needs none. */
  readonly value?: Scalar | readonly Scalar[];
}

/** Rules of which all or one must hold; or not. */
export interface RuleGroup {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly (Rule | RuleGroup)[];
}

export const LIMITS = { depth: 5, rules: 50, bytes: 16_384, values: 100, letters: 256 } as const;

/** What is wrong with a rule, and where: `rule.rules[0].rules[2]`. */
export type RuleProblem = { readonly path: string; readonly field?: string } & (
  | { readonly kind: 'rule_malformed'; readonly expected: string }
  | { readonly kind: 'group_empty' | 'too_deep' | 'too_many_rules' | 'field_unknown' | 'list_unknown' }
  | { readonly kind: 'operator_unknown'; readonly operator: string }
  | { readonly kind: 'operator_unfit'; readonly type: string; readonly operators: readonly Operator[] }
  | { readonly kind: 'value_unfit'; readonly expected: string }
);

export const isGroup = (rule: Rule | RuleGroup): rule is RuleGroup => 'rules' in rule;
