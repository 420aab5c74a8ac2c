import { isGroup, type RuleGroup } from './rule.ts';

export interface NamedList {
  /** Where in the rule. */
  readonly path: string;
  readonly listId: string;
}

/** The lists that a rule asks about membership in. */
export const namedLists = (group: RuleGroup, path = 'rule'): readonly NamedList[] =>
  group.rules.flatMap((rule, n) => {
    const place = `${path}.rules[${n}]`;
    if (isGroup(rule)) return namedLists(rule, place);
    if (rule.field !== 'list') return [];
    const listIds = typeof rule.value === 'string' ? rule.value.split(',') : [rule.value ?? []].flat();
    return listIds.map((listId) => ({ path: place, listId: String(listId).trim() }));
  });
