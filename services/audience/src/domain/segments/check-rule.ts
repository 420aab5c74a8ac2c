import type { AttributeType } from '../attribute.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { Condition, Source } from './condition.ts';
import { isGroup, type Operator, type Rule, type RuleGroup, type RuleProblem } from './rule.ts';
import { testOf } from './test-of.ts';

type Checked = Result<Condition, readonly RuleProblem[]>;

/** What rules may ask about, and the instant from which "30 days ago" is counted. */
export interface Terms {
  /** The fields of contacts that there are. */
  readonly types: ReadonlyMap<string, AttributeType>;
  readonly now: Date;
}

/** Understands a rule tree; or says of every rule that cannot be understood why not. */
export const checkRule = (group: RuleGroup, terms: Terms, path = 'rule'): Checked => {
  const checked = group.rules.map((rule, n) => {
    const place = `${path}.rules[${n}]`;
    return isGroup(rule) ? checkRule(rule, terms, place) : checkLeaf(rule, terms, place);
  });
  const problems = checked.flatMap((each) => (each.ok ? [] : each.problem));
  if (problems.length > 0) return refuse(problems);

  const conditions = checked.flatMap((each) => (each.ok ? [each.value] : []));
  const condition: Condition = { kind: group.combinator === 'and' ? 'all' : 'any', conditions };
  return succeed(group.not === true ? { kind: 'not', condition } : condition);
};

type Kind = AttributeType | 'list';

const BUILT_IN: ReadonlyMap<string, { readonly source: Source; readonly type: Kind }> = new Map([
  ['address', { source: { kind: 'address' }, type: 'text' }],
  ['domain', { source: { kind: 'domain' }, type: 'text' }],
  ['list', { source: { kind: 'lists' }, type: 'list' }],
  ['joinedAt', { source: { kind: 'joinedAt' }, type: 'date' }],
  ['lastOpenedAt', { source: { kind: 'lastOpenedAt' }, type: 'date' }],
  ['lastClickedAt', { source: { kind: 'lastClickedAt' }, type: 'date' }],
]);

const SIZES: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=', 'between', 'notBetween', 'in', 'notIn'];
const PRESENCE: readonly Operator[] = ['null', 'notNull'];
const OPERATORS_OF: Readonly<Record<Kind, readonly Operator[]>> = {
  text: [
    ...(['=', '!=', 'contains', 'doesNotContain', 'beginsWith', 'doesNotBeginWith'] as const),
    ...(['endsWith', 'doesNotEndWith', 'in', 'notIn'] as const),
    ...PRESENCE,
  ],
  number: [...SIZES, ...PRESENCE],
  date: [...SIZES, ...PRESENCE],
  boolean: ['=', '!=', ...PRESENCE],
  list: ['in', 'notIn'],
};

const checkLeaf = (rule: Rule, { types, now }: Terms, path: string): Checked => {
  const { field, operator } = rule;
  const found = BUILT_IN.get(field) ?? attribute(field, types);
  if (found === undefined) return refuse([{ kind: 'field_unknown', path, field }]);
  const { source, type } = found;
  const operators = OPERATORS_OF[type];
  if (!operators.includes(operator)) return refuse([{ kind: 'operator_unfit', path, field, type, operators }]);
  const tested = testOf(rule, { source, type, now });
  return tested.ok ? tested : refuse([{ kind: 'value_unfit', path, field, expected: tested.problem }]);
};

/** A field of contacts that is called like something of ours is meant by `fields.domain`. */
const PREFIX = 'fields.';

const attribute = (field: string, types: Terms['types']) => {
  const name = field.startsWith(PREFIX) ? field.slice(PREFIX.length) : field;
  const type = types.get(name);
  return type && { source: { kind: 'field', name, type } as const, type };
};
