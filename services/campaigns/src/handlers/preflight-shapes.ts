import * as z from 'zod/mini';

/** How many are to be mailed, as the client has found out: without it nothing is said of time and cost. */
const written = z.pipe(z.string().check(z.regex(/^\d{1,8}$/)), z.transform(Number));

export const PreflightQuery = z.object({ recipients: z.optional(written) });
