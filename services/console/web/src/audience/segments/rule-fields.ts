import type { Attribute, RuleGroup } from '../model.ts';

export type Rule = Extract<RuleGroup['rules'][number], { readonly field: string }>;
export type Operator = Rule['operator'];

/** What a field holds, as far as it decides what may be asked of it. */
export type FieldType = Attribute['type'] | 'list';

export interface RuleField {
  readonly name: string;
  readonly type: FieldType;
  /** Ours, and not a merge field of contacts. */
  readonly builtIn?: BuiltIn;
}

export const BUILT_IN = {
  address: 'text',
  domain: 'text',
  list: 'list',
  joinedAt: 'date',
  lastOpenedAt: 'date',
  lastClickedAt: 'date',
} as const satisfies Readonly<Record<string, FieldType>>;
export type BuiltIn = keyof typeof BUILT_IN;

const BUILT_IN_NAMES = ['address', 'domain', 'list', 'joinedAt', 'lastOpenedAt', 'lastClickedAt'] as const;
const isBuiltIn = (name: string): name is BuiltIn => BUILT_IN_NAMES.some((one) => one === name);

/** What rules may ask about: merge fields, one that is called like something of ours by `fields.`, and what is ours. */
export const ruleFields = (attributes: readonly Attribute[]): readonly RuleField[] => [
  ...attributes.map(({ name, type }) => ({ name: isBuiltIn(name) ? `fields.${name}` : name, type })),
  ...BUILT_IN_NAMES.map((name) => ({ name, type: BUILT_IN[name], builtIn: name })),
];

const PRESENCE = ['notNull', 'null'] as const;
const SIZES = ['=', '!=', '<', '<=', '>', '>=', 'between', 'notBetween'] as const;

export const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: [
    ...(['=', '!=', 'contains', 'doesNotContain', 'beginsWith', 'doesNotBeginWith'] as const),
    ...(['endsWith', 'doesNotEndWith', 'in', 'notIn'] as const),
    ...PRESENCE,
  ],
  number: [...SIZES, 'in', 'notIn', ...PRESENCE],
  date: [...SIZES, 'in', 'notIn', ...PRESENCE],
  boolean: ['=', '!=', ...PRESENCE],
  list: ['in', 'notIn'],
};

const OPERATORS: readonly Operator[] = [...new Set(Object.values(OPERATORS_OF).flat())];
export const readOperator = (text: string): Operator | undefined => OPERATORS.find((one) => one === text);

export type Amount = 'none' | 'one' | 'two' | 'many';

/** How many values an operator needs. */
export const amountOf = (operator: string): Amount => {
  if (operator === 'null' || operator === 'notNull') return 'none';
  if (operator === 'between' || operator === 'notBetween') return 'two';
  return operator === 'in' || operator === 'notIn' ? 'many' : 'one';
};
