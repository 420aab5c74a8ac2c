import type { Language } from './languages.ts';

export type Words = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** A place to fill in: `{{name}}`, or `{{count, number}}` for a figure as the language writes it. */
const PLACE = /\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g;

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

/** Says a text with its values filled in. With a `count` it is the form that the language has for so many: `members_one`, `members_other`. */
export const say = (spoken: Spoken, key: string, values: Values): string =>
  formOf(spoken, key, values).replace(PLACE, (place: string, name: string, asFigure: string | undefined) => {
    const value = values[name];
    if (value === undefined) return place;
    return asFigure === undefined ? String(value) : new Intl.NumberFormat(spoken.language).format(Number(value));
  });

const formOf = ({ language, words }: Spoken, key: string, { count }: Values): string => {
  const form = typeof count === 'number' ? words[`${key}_${new Intl.PluralRules(language).select(count)}`] : undefined;
  return form ?? words[key] ?? key;
};
