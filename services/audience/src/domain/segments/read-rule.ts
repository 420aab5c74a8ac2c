import { type Result, refuse, succeed } from '../result.ts';
import { LIMITS, OPERATORS, type Operator, type Rule, type RuleGroup, type RuleProblem, type Scalar } from './rule.ts';

const A_GROUP = 'a group: {"combinator": "and" or "or", "not": true or false, "rules": [...]}';
const A_VALUE = 'a value that is a text, a number, true or false, or a list of them';
/** What would change the meaning of a rule is refused instead of being dropped. */
const NOT_MUTED = 'a rule that counts; remove it instead of muting it';
const NOT_COMPARED = 'a value; two fields cannot be compared';

type Node = Rule | RuleGroup;
type Reading<Value> = Result<Value, readonly RuleProblem[]>;

/** Reads a rule tree in react-querybuilder's format from whatever somebody sent. Whether its fields exist is not asked here. */
export const readRule = (raw: unknown): Reading<RuleGroup> => {
  const reader = { rules: 0 };
  const root = readGroup(raw, { path: 'rule', depth: 1, reader });
  return reader.rules > LIMITS.rules ? refuse([{ kind: 'too_many_rules', path: 'rule' }]) : root;
};

interface Place {
  readonly path: string;
  readonly depth: number;
  /** Counts the rules of the whole tree. */
  readonly reader: { rules: number };
}

const readNode = (raw: unknown, place: Place): Reading<Node> =>
  isRecord(raw) && 'rules' in raw ? readGroup(raw, place) : readLeaf(raw, place);

const readGroup = (raw: unknown, { path, depth, reader }: Place): Reading<RuleGroup> => {
  if (depth > LIMITS.depth) return refuse([{ kind: 'too_deep', path }]);
  if (!isGroupLike(raw)) return malformed(path, A_GROUP);
  const { combinator, not = false, rules, muted } = raw;
  if (muted === true) return malformed(path, NOT_MUTED);
  if (rules.length === 0) return refuse([{ kind: 'group_empty', path }]);
  // More than the whole may have: not worth a look.
  if (rules.length > LIMITS.rules) return refuse([{ kind: 'too_many_rules', path }]);

  const read = rules.map((rule, n) => readNode(rule, { path: `${path}.rules[${n}]`, depth: depth + 1, reader }));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problem));
  if (problems.length > 0) return refuse(problems);
  return succeed({ combinator, ...(not && { not }), rules: read.flatMap((each) => (each.ok ? [each.value] : [])) });
};

interface GroupLike {
  readonly combinator: RuleGroup['combinator'];
  readonly not?: boolean;
  readonly rules: readonly unknown[];
  readonly muted?: unknown;
}

const isGroupLike = (raw: unknown): raw is GroupLike => {
  if (!isRecord(raw)) return false;
  const { combinator, not = false, rules } = raw;
  return isCombinator(combinator) && typeof not === 'boolean' && Array.isArray(rules);
};

const readLeaf = (raw: unknown, { path, reader }: Place): Reading<Rule> => {
  reader.rules += 1;
  if (!isRecord(raw)) return malformed(path, 'a rule, or a group of rules');
  const { field, operator, value } = raw;
  if (typeof field !== 'string' || field === '') return malformed(path, 'a rule with a field');
  if (!isOperator(operator)) return refuse([{ kind: 'operator_unknown', path, field, operator: String(operator) }]);
  const strange = strangenessOf(raw);
  if (strange !== undefined) return malformed(path, strange, field);
  const read = readOperand(value);
  return read === undefined ? malformed(path, A_VALUE, field) : succeed({ field, operator, ...read });
};

const strangenessOf = ({ valueSource = 'value', muted }: Readonly<Record<string, unknown>>): string | undefined => {
  if (muted === true) return NOT_MUTED;
  return valueSource === 'value' ? undefined : NOT_COMPARED;
};

const readOperand = (value: unknown): Pick<Rule, 'value'> | undefined => {
  if (value === undefined || value === null) return {};
  if (isScalar(value)) return { value };
  return Array.isArray(value) && value.every(isScalar) ? { value } : undefined;
};

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

const known: ReadonlySet<unknown> = new Set(OPERATORS);
const isOperator = (operator: unknown): operator is Operator => known.has(operator);
const isCombinator = (combinator: unknown): combinator is RuleGroup['combinator'] =>
  combinator === 'and' || combinator === 'or';

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const malformed = (path: string, expected: string, field?: string) =>
  refuse([{ kind: 'rule_malformed', path, expected, ...(field !== undefined && { field }) }] as const);
