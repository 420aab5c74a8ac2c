import * as z from 'zod/mini';

import { ApiError } from '../errors.ts';
import { type Json, parseJson } from '../json.ts';
import { isTooLarge, PAYLOAD_LIMIT_BYTES } from '../limits.ts';
import type { Tokens } from '../tokens.ts';
import { type Operation, operation } from './operation.ts';

const taskToken = z.string().check(z.minLength(1), z.maxLength(2_048));

const readOutput = (output: string): Json => {
  if (isTooLarge(output)) {
    throw new ApiError('ValidationException', `'output' must have at most ${PAYLOAD_LIMIT_BYTES} bytes`);
  }
  try {
    return parseJson(output);
  } catch (error) {
    throw new ApiError('InvalidOutput', `Invalid Output: '${error instanceof Error ? error.message : String(error)}'`);
  }
};

/** The operations with which somebody says how a waiting task ended. */
export const taskOperations = (tokens: Tokens): Readonly<Record<string, Operation>> => ({
  SendTaskSuccess: operation(z.object({ taskToken, output: z.string() }), ({ taskToken: token, output }) => {
    tokens.succeed(token, readOutput(output));
    return {};
  }),
  SendTaskFailure: operation(
    z.object({
      taskToken,
      error: z.optional(z.string().check(z.maxLength(256))),
      cause: z.optional(z.string().check(z.maxLength(32_768))),
    }),
    ({ taskToken: token, error = '', cause = '' }) => {
      tokens.fail(token, { error, cause });
      return {};
    },
  ),
  SendTaskHeartbeat: operation(z.object({ taskToken }), ({ taskToken: token }) => {
    tokens.heartbeat(token);
    return {};
  }),
});
