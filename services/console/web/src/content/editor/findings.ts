import { ApiProblem } from '../../common/problem.ts';
import type { Finding } from '../mail/compile-mjml.ts';

/** What a service says is wrong at a place in a part of a mail. */
export const findingsIn = (error: unknown, part: 'subject' | 'html' | 'text'): readonly Finding[] => {
  if (!(error instanceof ApiProblem)) return [];
  return error.errors
    .filter(({ field }) => field === part)
    .flatMap(({ rule, values: { message = rule }, ...place }) => {
      const { line, column } = place;
      return typeof line === 'number'
        ? [{ line, message: String(message), ...(typeof column === 'number' && { column }) }]
        : [];
    });
};
