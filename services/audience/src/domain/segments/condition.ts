import type { AttributeType } from '../attribute.ts';

/** Where a value of a person is found. */
export type Source =
  | { readonly kind: 'field'; readonly name: string; readonly type: AttributeType }
  | { readonly kind: 'address' | 'domain' | 'lists' | 'joinedAt' | 'lastOpenedAt' | 'lastClickedAt' };

/**
 * What a rule comes to once its field, its operator and its value are understood. Texts are folded, dates are milliseconds, and
 * there are no negative tests: what is not so is the exact opposite of what is. A test of a value that is missing does not hold.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | Test;

export type Test = { readonly kind: 'test'; readonly source: Source } & (
  | { readonly test: 'present' }
  | { readonly test: 'contains' | 'begins' | 'ends'; readonly value: string }
  | { readonly test: 'below' | 'at_most' | 'above' | 'at_least'; readonly value: number }
  | { readonly test: 'among'; readonly values: readonly (string | number | boolean)[] }
);

/** Tells apart values that have the same key. */
export const keyOf = (source: Source): string => (source.kind === 'field' ? `field:${source.name}` : source.kind);

/** Every place that a condition looks at, once. */
export const sourcesOf = (condition: Condition): readonly Source[] => {
  const found = new Map<string, Source>();
  const visit = (each: Condition): void => {
    if (each.kind === 'test') found.set(keyOf(each.source), each.source);
    else if (each.kind === 'not') visit(each.condition);
    else each.conditions.forEach(visit);
  };
  visit(condition);
  return [...found.values()];
};
