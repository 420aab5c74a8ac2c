import type { Attribute, ImportPreview } from '../model.ts';
import { fieldName } from './field-name.ts';

export type PreviewColumn = ImportPreview['columns'][number];
type Type = Attribute['type'];

/** What somebody wants of a column. */
export interface Choice {
  readonly holds: 'address' | 'field' | 'nothing_wanted';
  readonly field: string;
  readonly type: Type;
}

/** By the header, as the service compares headers. */
export type Choices = Readonly<Record<string, Choice>>;

/** How figures and dates are written in all the files. */
export interface Customs {
  readonly decimal?: '.' | ',';
  readonly dates?: 'day_first' | 'month_first';
}

export interface Columns extends Customs {
  readonly address?: string;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly types: Readonly<Record<string, Exclude<Type, 'text'>>>;
}

const LONGEST_HEADER = 200;

export const keyOf = (header: string): string => header.normalize('NFC').trim().toLowerCase();

/** A column is named by its header: one without any, or with a whole letter for one, is imported as it comes. */
export const isNameable = (header: string): boolean => keyOf(header) !== '' && header.length <= LONGEST_HEADER;

/** What is chosen before anybody chooses: as the service understands the sheet, with the types that the columns look like. */
export const firstChoices = (preview: ImportPreview, attributes: readonly Attribute[]): Choices => {
  const types = new Map(attributes.map(({ name, type }) => [name, type]));
  const isUnderstood = preview.columns.some(({ holds }) => holds === 'address');
  const address = isUnderstood ? -1 : addressLike(preview);
  const choiceOf = (column: PreviewColumn, at: number): Choice => {
    const field = column.field ?? fieldName(column.header);
    const type = typeFor(column, types.get(field), preview.remembered !== undefined);
    if (at === address) return { holds: 'address', field, type };
    return { holds: isUnderstood ? column.holds : 'field', field, type };
  };
  return Object.fromEntries(
    preview.columns
      .map((column, at) => [keyOf(column.header), choiceOf(column, at)] as const)
      // Of several columns of one name the first is what people see.
      .toReversed(),
  );
};

/**
 * What the fields of all lists are stays so; what was said of the last file into the list is said again. A type that some values are not of
 * would reject their rows: that is somebody's choice.
 */
const typeFor = ({ guess, type = 'text' }: PreviewColumn, known: Type | undefined, isRemembered: boolean): Type => {
  if (known !== undefined && known !== 'text') return known;
  return isRemembered || !fitsAll(guess) ? type : guess.type;
};

const fitsAll = ({ odd = 0 }: PreviewColumn['guess']): boolean => odd === 0;

/** The first column most of whose values have an @. */
const addressLike = ({ columns, rows }: ImportPreview): number =>
  columns.findIndex((_, at) => areAddresses(rows.map(({ cells }) => cells[at] ?? '')));

/** Whether most of the values could be addresses; no value says neither. */
export const areAddresses = (values: readonly string[]): boolean => {
  const said = values.filter((value) => value !== '');
  return said.length > 0 && said.filter((value) => value.includes('@')).length > said.length / 2;
};

/** Makes a column the one of the addresses: another one of its sheet is that no more. */
export const withAddress = (choices: Choices, key: string, headers: readonly string[]): Choices => {
  const others = new Set(headers.map(keyOf));
  return Object.fromEntries(
    Object.entries(choices).map(([one, choice]) => {
      if (one === key) return [one, { ...choice, holds: 'address' }];
      const isReplaced = choice.holds === 'address' && others.has(one);
      return [one, isReplaced ? { ...choice, holds: 'field', field: choice.field || fieldName(one) } : choice];
    }),
  );
};

const FIELD_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u;

export type ChoiceProblem = 'name_missing' | 'name_malformed' | 'name_twice';

/** What is wrong with the names of fields, by the keys of their columns. */
export const problemsOf = (choices: Choices): Readonly<Record<string, ChoiceProblem>> => {
  const wanted = Object.entries(choices).filter(([key, { holds }]) => holds === 'field' && key !== '');
  const names = wanted.map(([, { field }]) => field);
  const problems = wanted.map(([key, { field }]) => [key, problemOf(field, names)] as const);
  return Object.fromEntries(problems.flatMap(([key, problem]) => (problem === undefined ? [] : [[key, problem]])));
};

const problemOf = (field: string, names: readonly string[]): ChoiceProblem | undefined => {
  if (field === '') return 'name_missing';
  if (!FIELD_NAME.test(field)) return 'name_malformed';
  return names.indexOf(field) === names.lastIndexOf(field) ? undefined : 'name_twice';
};

/** What the service is told. The address is named only where it would not be found by itself. */
export const columnsOf = (columns: readonly PreviewColumn[], choices: Choices, customs: Customs): Columns => {
  const named = columns.filter(({ header }) => isNameable(header));
  const chosen = named.flatMap((column) => {
    const choice = choices[keyOf(column.header)];
    return choice === undefined ? [] : [{ ...column, choice }];
  });
  const moved = chosen.find(({ holds, choice }) => choice.holds === 'address' && holds !== 'address');
  const fields = chosen.filter(({ choice }) => choice.holds !== 'address');
  const typed = fields.flatMap(({ choice: { holds, field, type } }) =>
    holds === 'field' && type !== 'text' ? [[field, type] as const] : [],
  );
  return {
    ...(moved && { address: moved.header }),
    fields: Object.fromEntries(
      fields.map(({ header, choice }) => [header, choice.holds === 'field' ? choice.field : null]),
    ),
    types: Object.fromEntries(typed),
    ...customs,
  };
};

/** What has to be said of how figures and dates are written, as far as the columns show it. */
export const firstCustoms = (columns: readonly PreviewColumn[]): Customs => {
  const guesses = columns.map(({ guess }) => guess).filter(fitsAll);
  const decimal = guesses.find((guess) => guess.decimal !== undefined)?.decimal;
  const dates = guesses.find((guess) => guess.dates !== undefined)?.dates;
  return { ...(decimal !== undefined && { decimal }), ...(dates !== undefined && { dates }) };
};

const SHORT_DATE = /^\d{1,2}[./-]\s?\d{1,2}[./-]/;

/** Whether somebody has to say how figures or dates are written: no need where every value can be read one way only. */
export const unclearIn = (values: readonly string[], customs: Customs) => ({
  decimal: customs.decimal !== undefined || values.some((value) => value.includes(',')),
  dates: customs.dates !== undefined || values.some((value) => SHORT_DATE.test(value)),
});
