import * as z from 'zod/mini';

import { say } from './kit-sentences.ts';
import { rule } from './rules.ts';

/**
 * Refuses line breaks, control characters, and those that turn the direction of letters: a name hides nothing, wherever it is shown.
 * @example
 * z.string().check(z.trim(), z.minLength(1), oneLine);
 */
export const oneLine = z.regex(
  /^[^\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u,
  rule(say('not_one_line')),
);
