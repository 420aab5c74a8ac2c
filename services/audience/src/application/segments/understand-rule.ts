import { type Result, refuse, succeed } from '../../domain/result.ts';
import { checkRule } from '../../domain/segments/check-rule.ts';
import type { Condition } from '../../domain/segments/condition.ts';
import { type NamedList, namedLists } from '../../domain/segments/named-lists.ts';
import { readRule } from '../../domain/segments/read-rule.ts';
import type { RuleGroup, RuleProblem } from '../../domain/segments/rule.ts';
import type { Attributes } from '../attributes/ports.ts';
import type { Lists } from '../ports.ts';

export interface UnderstandNeeds {
  /** All fields that contacts have, the undeclared ones too. */
  readonly fields: Pick<Attributes, 'all'>;
  readonly lists: Pick<Lists, 'find'>;
}

interface Understood {
  readonly rule: RuleGroup;
  readonly condition: Condition;
}

export interface RuleRefused {
  readonly kind: 'rule_refused';
  readonly problems: readonly RuleProblem[];
}

/** Reads a rule that somebody sent, and holds it against the fields and lists that there are. */
export const makeUnderstandRule =
  ({ fields, lists }: UnderstandNeeds) =>
  async (raw: unknown, now: Date): Promise<Result<Understood, RuleRefused>> => {
    const rule = readRule(raw);
    if (!rule.ok) return refused(rule.problem);
    const types = new Map((await fields.all()).map(({ name, type }) => [name, type]));
    const condition = checkRule(rule.value, { types, now });
    if (!condition.ok) return refused(condition.problem);
    const strangers = await unknownLists(namedLists(rule.value), lists);
    return strangers.length > 0 ? refused(strangers) : succeed({ rule: rule.value, condition: condition.value });
  };

const refused = (problems: readonly RuleProblem[]) => refuse({ kind: 'rule_refused', problems } as const);

const unknownLists = async (
  named: readonly NamedList[],
  lists: Pick<Lists, 'find'>,
): Promise<readonly RuleProblem[]> => {
  const ids = [...new Set(named.map(({ listId }) => listId))];
  const found = await Promise.all(ids.map((listId) => lists.find(listId)));
  const gone = new Set(ids.filter((_, n) => found[n] === undefined));
  const paths = new Set(named.filter(({ listId }) => gone.has(listId)).map(({ path }) => path));
  return [...paths].map((path) => ({ kind: 'list_unknown', path, field: 'list' }));
};
