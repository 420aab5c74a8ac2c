import type { RuleField } from './rule-fields.ts';
import { OPERATORS_OF, type Operator } from './rule-fields.ts';
import { useSegmentTexts } from './texts.ts';

const WORDS = {
  '=': 'op.is',
  '!=': 'op.isNot',
  contains: 'op.contains',
  doesNotContain: 'op.doesNotContain',
  beginsWith: 'op.beginsWith',
  doesNotBeginWith: 'op.doesNotBeginWith',
  endsWith: 'op.endsWith',
  doesNotEndWith: 'op.doesNotEndWith',
  in: 'op.in',
  notIn: 'op.notIn',
  null: 'op.null',
  notNull: 'op.notNull',
  '<': 'op.less',
  '<=': 'op.atMost',
  '>': 'op.more',
  '>=': 'op.atLeast',
  between: 'op.between',
  notBetween: 'op.notBetween',
} as const satisfies Record<Operator, string>;

/** Days are not less than others, but before them. */
const WORDS_OF_DAYS = {
  ...WORDS,
  '=': 'op.on',
  '!=': 'op.notOn',
  '<': 'op.before',
  '<=': 'op.until',
  '>': 'op.after',
  '>=': 'op.since',
} as const;

const WORDS_OF_DEEDS = { ...WORDS_OF_DAYS, null: 'op.never', notNull: 'op.ever' } as const;

const wordsFor = ({ type, builtIn }: RuleField) => {
  if (type !== 'date') return WORDS;
  return builtIn === undefined ? WORDS_OF_DAYS : WORDS_OF_DEEDS;
};

/** The words of the builder in the language of the person. */
export const useBuilderWords = () => {
  const t = useSegmentTexts();
  return {
    labelOf: ({ name, builtIn }: RuleField) => (builtIn === undefined ? name : t(`field.${builtIn}`)),
    operatorsOf: (field: RuleField) => {
      const words = wordsFor(field);
      return OPERATORS_OF[field.type].map((name) => ({ name, value: name, label: t(words[name]) }));
    },
    combinators: [
      { name: 'and', value: 'and', label: t('rule.and') },
      { name: 'or', value: 'or', label: t('rule.or') },
    ],
    translations: {
      fields: { title: t('rule.field') },
      operators: { title: t('rule.operator') },
      value: { title: t('rule.value') },
      combinators: { title: t('rule.combinator') },
      addRule: { label: t('rule.add'), title: t('rule.add') },
      addGroup: { label: t('rule.group'), title: t('rule.group') },
      removeRule: { label: '✕', title: t('rule.remove') },
      removeGroup: { label: '✕', title: t('rule.removeGroup') },
      notToggle: { label: t('rule.not'), title: t('rule.notTitle') },
    },
  };
};
