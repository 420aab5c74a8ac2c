import * as z from 'zod/mini';

import type { Fields } from '../domain/arrival.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import { contactIdOf } from './contact-id.ts';

const Names = z.array(z.string());
const Line = z.tuple(
  [z.string(), z.int(), z.array(z.nullable(z.string()))],
  z.object({ isRepeated: z.optional(z.literal(true)), positions: z.optional(z.record(z.string(), z.int())) }),
);
/**
 * A chunk of an import as it lies in storage: NDJSON. The names of the fields stand in the first line, for the rows of a file
 * have the same ones; below, each contact is its address, its place, what is said of it, and what else there is to say. The
 * id follows from the address. Not packed: it is read once and soon forgotten, and packing would cost more than all the rest.
 */
export const toArrivalLines = (arrivals: readonly PlacedArrival[]): string => {
  const columns = new Columns();
  const lines = arrivals.map((arrival) => JSON.stringify(lineOf(arrival, columns)));
  // All at once: what is put before a long text makes it be copied once more.
  return [JSON.stringify(columns.names), ...lines, ''].join('\n');
};

const lineOf = ({ address, position, fields, isRepeated, positions }: PlacedArrival, columns: Columns) => {
  const values: string[] = [];
  let expected = 0;
  for (const field of Object.keys(fields)) {
    values[columns.of(field, expected)] = fields[field] ?? '';
    expected += 1;
  }
  if (isRepeated === undefined && positions === undefined) return [address, position, values];
  return [address, position, values, { isRepeated, positions }];
};

/** The columns of fields, in the order of their first appearance. */
class Columns {
  readonly names: string[] = [];
  readonly #columns = new Map<string, number>();

  /** The column of a field, which mostly stands where it stood in the row before. */
  of(field: string, expected: number): number {
    if (this.names[expected] === field) return expected;
    const column = this.#columns.get(field) ?? this.names.length;
    if (column === this.names.length) this.names.push(field);
    this.#columns.set(field, column);
    return column;
  }
}

export const fromArrivalLines = (text: string): readonly PlacedArrival[] => {
  const [first = '[]', ...lines] = text.split('\n').filter((line) => line !== '');
  const names = z.parse(Names, JSON.parse(first));
  return lines.map((line) => {
    const [address, position, values, rest] = z.parse(Line, JSON.parse(line));
    return { contactId: contactIdOf(address), address, fields: fieldsOf(names, values), position, ...rest };
  });
};

const fieldsOf = (names: readonly string[], values: readonly (string | null)[]): Fields =>
  Object.fromEntries(
    values.flatMap((value, n) => {
      const name = names[n];
      return value === null || name === undefined ? [] : [[name, value]];
    }),
  );
