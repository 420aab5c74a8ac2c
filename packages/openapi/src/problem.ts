import * as z from 'zod/mini';

/** An RFC 9457 answer, as lambda-kit's `problem` makes it. */
export const Problem = z.object({
  /** `urn:bulkhead:problem:<code>` */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A sentence that says what to do. */
  detail: z.string(),
  errors: z.optional(
    z.array(
      z.object({
        field: z.string(),
        rule: z.string(),
        line: z.optional(z.int()),
        column: z.optional(z.int()),
      }),
    ),
  ),
});
