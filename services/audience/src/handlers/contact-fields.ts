import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { sentenceOf } from '../domain/rejection.ts';
import type { FieldInvalid } from '../domain/typed-fields.ts';

const MOST_FIELDS = 100;
const name = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, 'must be letters, digits and underscores'));

/** The merge fields of a contact as a person may set them. */
export const contactFields = () =>
  z
    .record(name, z.string().check(z.maxLength(4_096)))
    .check(z.refine((fields) => Object.keys(fields).length <= MOST_FIELDS, `must be at most ${MOST_FIELDS}`));

/** A value is not of the type that its field has. */
export const fieldRefused = ({ field, problem: code }: FieldInvalid): HttpAnswer => {
  const rule = sentenceOf(code);
  return problem({ status: 422, code, detail: `${field}: ${rule}`, errors: [{ field: `fields.${field}`, rule }] });
};
