import { id } from '@bulkhead/contracts';
import { rule, sayInCommon } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

export const RunPath = z.object({ runId: id() });

/** `?limit=`, a whole number from 1 to `max`. */
export const limitUpTo = (max: number, otherwise: number) =>
  z._default(z.pipe(WholeNumber, z.number().check(z.minimum(1), z.maximum(max))), otherwise);

const WholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, rule(sayInCommon('not_whole')))),
  z.transform((digits: string) => Number(digits)),
);

/** `?cursor=`, as an earlier page gave it out. */
export const cursor = () => z.optional(z.string().check(z.maxLength(512)));
