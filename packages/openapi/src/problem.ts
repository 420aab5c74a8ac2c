import * as z from 'zod/mini';

const values = () => z.optional(z.record(z.string(), z.union([z.string(), z.number()])));

/** An RFC 9457 answer, as lambda-kit's `problem` makes it. */
export const Problem = z.object({
  /** `urn:bulkhead:problem:<code>` */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A sentence that says what to do. */
  detail: z.string(),
  /** What stands in the sentence; with the code of `type` a program can say it in another language. */
  values: values(),
  errors: z.optional(
    z.array(
      z.object({
        field: z.string(),
        rule: z.string(),
        /** Which rule it is, snake_case, and what stands in it. */
        code: z.optional(z.string()),
        values: values(),
        line: z.optional(z.int()),
        column: z.optional(z.int()),
      }),
    ),
  ),
});
