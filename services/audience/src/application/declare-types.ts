import type { TypeDiffers } from '../domain/attribute.ts';
import type { ColumnMapping } from '../domain/columns.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Attributes } from './attributes/ports.ts';

/** Every import carries the types along, so they stay few. */
const MOST_ATTRIBUTES = 500;

export type TypeProblem = TypeDiffers | { readonly kind: 'attributes_too_many'; readonly most: number };

/** Declares the types that are said of columns, for all lists: a field cannot be a number here and a date there. */
export const declareTypes = async (
  attributes: Attributes,
  { types = {} }: ColumnMapping,
): Promise<Result<void, TypeProblem>> => {
  const wanted = Object.entries(types).map(([name, type]) => ({ name, type }));
  if (wanted.length === 0) return succeed(undefined);
  const names = new Set([...(await attributes.all()), ...wanted].map(({ name }) => name));
  if (names.size > MOST_ATTRIBUTES) return refuse({ kind: 'attributes_too_many', most: MOST_ATTRIBUTES });
  return attributes.declare(wanted);
};
