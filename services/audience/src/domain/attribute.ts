import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readTruth } from './read-truth.ts';
import { type Result, refuse, succeed } from './result.ts';
import type { Customs, ValueProblem } from './value-problem.ts';

export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'boolean'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** A merge field whose values are of one type, for all contacts. A field that nobody has declared holds text. */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
}

/** A field cannot be of two types. */
export interface TypeDiffers extends Attribute {
  readonly kind: 'attribute_type_differs';
  /** The type that it was to have; `type` is the one that it has. */
  readonly wanted: AttributeType;
}

/**
 * Reads a value as people write it into the one spelling in which it is kept: a number as `1234.5`, a date as `2026-11-22` or an
 * ISO instant, yes and no as `true` and `false`. A text stays as it is.
 */
export const readValue = (type: AttributeType, text: string, customs: Customs = {}): Result<string, ValueProblem> => {
  if (type === 'number') return readNumber(text, customs);
  if (type === 'date') return readDate(text, customs);
  return type === 'boolean' ? readTruth(text) : succeed(text);
};

/** Whether attributes may be declared beside those that there are. */
export const declarable = (
  known: readonly Attribute[],
  wanted: readonly Attribute[],
): Result<readonly Attribute[], TypeDiffers> => {
  const types = new Map(known.map(({ name, type }) => [name, type]));
  const differing = wanted.find(({ name, type }) => (types.get(name) ?? type) !== type);
  if (differing === undefined) return succeed(wanted.filter(({ name }) => !types.has(name)));
  const { name, type } = differing;
  return refuse({ kind: 'attribute_type_differs', name, type: types.get(name) ?? type, wanted: type });
};
