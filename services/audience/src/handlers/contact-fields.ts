import { type HttpAnswer, problem, rule, sayInCommon } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { sentenceOf } from '../domain/rejection.ts';
import type { FieldInvalid } from '../domain/typed-fields.ts';
import { say } from './sentences.ts';

const MOST_FIELDS = 100;
const name = z.string().check(z.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u, rule(say('not_a_field_name'))));

/** The merge fields of a contact as a person may set them. */
export const contactFields = () =>
  z
    .record(name, z.string().check(z.maxLength(4_096)))
    .check(
      z.refine(
        (fields) => Object.keys(fields).length <= MOST_FIELDS,
        rule(sayInCommon('too_many', { most: MOST_FIELDS })),
      ),
    );

/** A value is not of the type that its field has. */
export const fieldRefused = ({ field, problem: code }: FieldInvalid): HttpAnswer => {
  const rule = sentenceOf(code);
  const errors = [{ field: `fields.${field}`, rule, code }];
  return problem({ status: 422, code, detail: `${field}: ${rule}`, errors });
};
