import { formatsFor } from '../format.ts';
import type { Language } from '../language/languages.ts';
import { say, type Values, type Words } from '../language/say.ts';

export interface Spoken {
  readonly language: Language;
  readonly words: Words;
  /** What Liquid's own program says, in other words. */
  readonly sayFinding?: (message: string, language: Language) => string;
}

/** One thing that is wrong, as a service tells it. */
export interface Issue {
  readonly field: string;
  /** In English. */
  readonly rule: string;
  readonly code?: string | undefined;
  readonly values?: Values | undefined;
}

export interface Told {
  readonly code: string;
  /** In English. */
  readonly message: string;
  readonly values: Values;
  readonly errors: readonly Issue[];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** What services write is looked up here: `constructor` is no word of ours. */
const wordFor = (words: Words, key: string): string | undefined => (Object.hasOwn(words, key) ? words[key] : undefined);

/** States, roles and the like have words of their own (`status=held`); a moment is one of the reader's clock. */
const shown = ({ language, words, sayFinding }: Spoken, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'string' && INSTANT.test(value)) return [name, formatsFor(language).moment(value)];
      if (name === 'message') return [name, sayFinding?.(String(value), language) ?? value];
      return [name, wordFor(words, `${name}=${value}`) ?? value];
    }),
  );

/** A sentence of a service in the reader's language; `undefined` where there are no words for it. */
const sayCode = (spoken: Spoken, code: string, values: Values): string | undefined =>
  wordFor(spoken.words, code) === undefined ? undefined : say(spoken, code, shown(spoken, values));

/** What is wrong with a field. */
export const sayRule = ({ rule, code, values = {} }: Issue, spoken: Spoken): string =>
  (code === undefined ? undefined : sayCode(spoken, code, values)) ?? rule;

const RULE = /^rule((?:\.rules\[\d+\])*)$/;

/** `rule.rules[0].rules[2]` is rule 1.3. */
const placeOfRule = (field: string): string => {
  const [, path = ''] = RULE.exec(field) ?? [];
  return [...path.matchAll(/\d+/g)].map(([digits]) => Number(digits) + 1).join('.');
};

/** `recipients.2.address` is called like `recipients.address`; a field that people have named themselves is called so. */
const labelOf = (field: string, { words }: Spoken): string => {
  if (field === '(root)') return '';
  if (RULE.test(field)) return `${wordFor(words, 'field=rule') ?? 'rule'} ${placeOfRule(field)}`.trim();
  const plain = field.replaceAll(/\.\d+(?=\.|$)/g, '');
  return wordFor(words, `field=${plain}`) ?? plain.replace(/^(?:fields|columns\.types)\./, '');
};

/** What is wrong, with what it is about: "Subject: must be one line". */
export const sayIssue = (issue: Issue, spoken: Spoken): string => {
  const label = labelOf(issue.field, spoken);
  const rule = sayRule(issue, spoken);
  return label === '' ? rule : `${label}: ${rule}`;
};

/** A sentence that ends so is a heading: what follows says what is wrong. */
const isHeading = (sentence: string): boolean => sentence.endsWith(':');

/** What there is to list below the sentence: several things that are wrong, as far as there are words for them. */
export const sayIssues = (errors: readonly Issue[], spoken: Spoken): readonly string[] => {
  if (errors.length < 2) return [];
  const isSayable = ({ code = '' }: Issue): boolean => spoken.language === 'en' || Object.hasOwn(spoken.words, code);
  return errors.filter(isSayable).map((issue) => sayIssue(issue, spoken));
};

/** What is wrong and what to do, in one sentence. */
export const sayProblem = ({ code, message, values, errors }: Told, spoken: Spoken): string => {
  const sentence = sayCode(spoken, code, values);
  const [only, ...more] = errors;
  const isAboutOne = only !== undefined && more.length === 0;
  if (isAboutOne && (only.code === code || (sentence !== undefined && isHeading(sentence)))) {
    return sayIssue(only, spoken);
  }
  return sentence ?? message;
};
