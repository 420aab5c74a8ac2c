import { type HttpAnswer, issueOf, oneLine, problem, rule, sayInCommon } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { TypeProblem } from '../application/declare-types.ts';
import { ATTRIBUTE_TYPES } from '../domain/attribute.ts';
import { DELIMITERS, ENCODINGS, type TextFormat } from '../domain/text-format.ts';
import { say } from './sentences.ts';
import { text } from './shapes.ts';

const header = text(200);
const fieldName = z.string().check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, rule(say('not_a_field_name'))));

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
            .check(
              z.refine(
                (types) => Object.keys(types).length <= MOST_TYPES,
                rule(sayInCommon('too_many', { most: MOST_TYPES })),
              ),
            ),
        ),
        decimal: z.optional(z.enum(['.', ','])),
        dates: z.optional(z.enum(['day_first', 'month_first'])),
      })
      .check(
        z.refine(
          (columns) => JSON.stringify(columns).length <= MOST_LETTERS,
          rule(say('mapping_too_long', { most: MOST_LETTERS })),
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
    const said = say(refused.kind, { most: refused.most });
    return problem({ status: 422, ...said, errors: [issueOf('columns.types', say('too_many_types'))] });
  }
  const { kind, name, type, wanted } = refused;
  const errors = [issueOf(`columns.types.${name}`, say('must_be_type', { type }))];
  return problem({ status: 422, ...say(kind, { name, type, wanted }), errors });
};
