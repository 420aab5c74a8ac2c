import * as z from 'zod/mini';

import { ApiError } from '../errors.ts';

/** Answers one operation of the API: untrusted input in, JSON out. */
export type Operation = (input: unknown) => unknown;

const sentence = ({ path, code }: z.core.$ZodIssue): string => `'${path.join('.') || 'input'}' (${code})`;

/**
 * Parses the input before anything else sees it. Members that a schema does not name are ignored, as AWS does.
 *
 * @throws ApiError `ValidationException`
 */
export const operation =
  <Input>(schema: z.ZodMiniType<Input>, answer: (input: Input) => unknown): Operation =>
  (input) => {
    const parsed = z.safeParse(schema, input);
    if (parsed.success) return answer(parsed.data);

    const { issues } = parsed.error;
    const count = `${issues.length} validation error${issues.length === 1 ? '' : 's'} detected`;
    throw new ApiError('ValidationException', `${count}: invalid value at ${issues.map(sentence).join(', ')}`);
  };

/** Moments travel as seconds since 1970. */
export const seconds = (ms: number): number => ms / 1_000;
