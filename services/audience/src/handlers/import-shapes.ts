import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { TypeProblem } from '../application/declare-types.ts';
import { ATTRIBUTE_TYPES } from '../domain/attribute.ts';
import { DELIMITERS, ENCODINGS, type TextFormat } from '../domain/text-format.ts';
import { text } from './shapes.ts';

/** Control characters, line separators, and those that turn the direction of letters: a name hides nothing. */
const oneLine = z.regex(/^[^\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u, {
  error: 'must be one line, without control characters',
});
const header = text(200);
const fieldName = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, 'must be letters, digits and underscores'));

const MOST_TYPES = 100;
/** An import is one item of the table, and is written every other second while it is read. */
const MOST_LETTERS = 50_000;
const MOST_SHEETS = 100;

export const fileName = () => text(255).check(oneLine);

/** How files are to be understood, as requests say it. */
export const understanding = {
  columns: z.optional(
    z
      .strictObject({
        address: z.optional(header),
        fields: z.optional(z.record(header, z.nullable(fieldName))),
        types: z.optional(
          z
            .record(fieldName, z.enum(ATTRIBUTE_TYPES))
            .check(z.refine((types) => Object.keys(types).length <= MOST_TYPES, `must be at most ${MOST_TYPES}`)),
        ),
        decimal: z.optional(z.enum(['.', ','])),
        dates: z.optional(z.enum(['day_first', 'month_first'])),
      })
      .check(
        z.refine(
          (columns) => JSON.stringify(columns).length <= MOST_LETTERS,
          `must be at most ${MOST_LETTERS.toLocaleString('en')} letters in all`,
        ),
      ),
  ),
  sheets: z.optional(z.array(text(100)).check(z.minLength(1), z.maxLength(MOST_SHEETS))),
  encoding: z.optional(z.enum(ENCODINGS)),
  delimiter: z.optional(z.enum(DELIMITERS)),
};

/** What was said of a text file; `undefined` if nothing was. */
export const formatOf = ({ encoding, delimiter }: TextFormat): TextFormat | undefined =>
  encoding === undefined && delimiter === undefined ? undefined : { encoding, delimiter };

/** A field cannot get the type that was said. */
export const typeRefused = (refused: TypeProblem): HttpAnswer => {
  if (refused.kind === 'attributes_too_many') {
    const detail = `Fields of at most ${refused.most} names may have types. Leave the types of some columns out: they are text then.`;
    return problem({ status: 422, code: refused.kind, detail, errors: [{ field: 'columns.types', rule: 'too many' }] });
  }
  const { kind, name, type, wanted } = refused;
  const detail = `The field "${name}" is a ${type} in all lists, so it cannot be a ${wanted} here. Leave its type out, or give the column's field another name.`;
  return problem({
    status: 422,
    code: kind,
    detail,
    errors: [{ field: `columns.types.${name}`, rule: `must be ${type}` }],
  });
};
