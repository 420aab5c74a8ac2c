import type { Fields } from './arrival.ts';
import { type Attribute, readValue } from './attribute.ts';
import { type Result, refuse, succeed } from './result.ts';
import type { ValueProblem } from './value-problem.ts';

/** A value that is not of the type that its field has. */
export interface FieldInvalid {
  readonly kind: 'field_invalid';
  readonly field: string;
  readonly problem: ValueProblem;
}

/**
 * What a person says of the fields of a contact, each value in the spelling in which its type is kept. An empty one says nothing,
 * and what was known already stays as it is: it may be older than the type.
 */
export const typedFields = (
  attributes: readonly Attribute[],
  fields: Fields,
  known: Fields = {},
): Result<Fields, FieldInvalid> => {
  const types = new Map(attributes.map(({ name, type }) => [name, type]));
  const typed: Record<string, string> = {};
  for (const [field, text] of Object.entries(fields)) {
    const isKept = text === '' || (Object.hasOwn(known, field) && known[field] === text);
    const value = isKept ? succeed(text) : readValue(types.get(field) ?? 'text', text);
    if (!value.ok) return refuse({ kind: 'field_invalid', field, problem: value.problem });
    typed[field] = value.value;
  }
  return succeed(typed);
};
