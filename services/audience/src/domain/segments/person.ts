import type { Fields } from '../arrival.ts';
import { type AttributeType, readValue } from '../attribute.ts';
import type { Source } from './condition.ts';

/** What a rule may ask of somebody. */
export interface Person {
  readonly address: string;
  readonly fields: Fields;
  /** The lists they have been put on, and since when. */
  readonly lists?: Readonly<Record<string, string>> | undefined;
  readonly lastOpenedAt?: string | undefined;
  readonly lastClickedAt?: string | undefined;
}

export type Fact = string | number | boolean | readonly string[];

/** Texts are compared without regard to case, and however their accents are put together. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** A day counts as its first instant, in UTC. */
export const millisecondsOf = (date: string): number => Date.parse(date);

/** `undefined` for what is missing, empty, or not of the type that it should be. */
export const factOf = (source: Source, person: Person): Fact | undefined =>
  source.kind === 'field' ? ofField(source, person.fields) : BUILT_IN[source.kind](person);

const BUILT_IN: Readonly<Record<Exclude<Source['kind'], 'field'>, (person: Person) => Fact | undefined>> = {
  address: ({ address }) => folded(address),
  domain: ({ address }) => folded(address.slice(address.lastIndexOf('@') + 1)),
  lists: ({ lists = {} }) => Object.keys(lists),
  joinedAt: ({ lists = {} }) => dated(Object.values(lists).toSorted()[0]),
  lastOpenedAt: ({ lastOpenedAt }) => dated(lastOpenedAt),
  lastClickedAt: ({ lastClickedAt }) => dated(lastClickedAt),
};

const ofField = ({ name, type }: Extract<Source, { kind: 'field' }>, fields: Fields): Fact | undefined => {
  const text = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return text === undefined || text === '' ? undefined : typed(type, text);
};

const typed = (type: AttributeType, text: string): Fact | undefined => {
  if (type === 'text') return folded(text);
  // Values that came before the type was declared may be spelled as people spell them.
  const read = readValue(type, text);
  if (!read.ok) return undefined;
  if (type === 'boolean') return read.value === 'true';
  return type === 'number' ? Number(read.value) : dated(read.value);
};

const dated = (date: string | undefined): number | undefined => {
  const at = date === undefined ? Number.NaN : millisecondsOf(date);
  return Number.isNaN(at) ? undefined : at;
};
