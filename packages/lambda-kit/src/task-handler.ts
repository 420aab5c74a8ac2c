import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';

import type { Edge } from './edge.ts';
import { PermanentError } from './errors.ts';
import { invocation } from './invocation.ts';
import { issuesOf } from './parse.ts';

interface Handling<Schema extends z.ZodMiniType, Result> {
  readonly schema: Schema;
  readonly handle: (input: z.infer<Schema>, context: Context) => Promise<Result>;
}

/**
 * A Lambda handler for a state of a state machine or a schedule: parses the input, lets errors through by `name`,
 * which is what `Retry` and `Catch` match on.
 * @throws PermanentError `input_malformed`
 */
export const taskHandler = <Schema extends z.ZodMiniType, Result>(
  { schema, handle }: Handling<Schema, Result>,
  edge: Edge,
) =>
  middy<unknown, Result>({ timeoutEarlyInMillis: 0 })
    .use(invocation(edge))
    .handler(async (event: unknown, context: Context): Promise<Result> => {
      const input = z.safeParse(schema, event);
      if (!input.success) {
        const fields = issuesOf(input.error).map(({ field, rule }) => `${field} (${rule})`);
        throw new PermanentError({ code: 'input_malformed', message: `Input is malformed at ${fields.join(', ')}` });
      }
      return handle(input.data, context);
    });
