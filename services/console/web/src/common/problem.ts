import * as z from 'zod/mini';

import { spokenNow } from './problems/problem-words.ts';
import { sayRule } from './problems/say-problem.ts';

const values = () => z._default(z.record(z.string(), z.union([z.string(), z.number()])), {});

const Problem = z.object({
  /** "urn:bulkhead:problem:stale" */
  type: z._default(z.string(), ''),
  detail: z._default(z.string(), ''),
  values: values(),
  requestId: z.optional(z.string()),
  errors: z._default(
    z.array(z.looseObject({ field: z.string(), rule: z.string(), code: z.optional(z.string()), values: values() })),
    [],
  ),
});
type Problem = z.infer<typeof Problem>;

const NOTHING: Problem = { type: '', detail: '', values: {}, errors: [] };

/** What a service says is wrong (problem+json), in English: ask `useProblemText` for what to show. `status` is 0 where no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly values: Problem['values'];
  readonly errors: Problem['errors'];
  /** The body as it came: some problems say more. */
  readonly body: unknown;

  constructor(status: number, told: Problem, body: unknown) {
    super(told.detail);
    this.status = status;
    this.code = told.type.split(':').at(-1) || 'unknown';
    this.values = told.values;
    this.errors = told.errors;
    this.body = body;
  }
}

export const problemOf = (status: number, body: unknown): ApiProblem => {
  const found = z.safeParse(Problem, body);
  return new ApiProblem(status, found.success ? found.data : NOTHING, body);
};

/** Somebody else changed it in between (412), or it is not there in the state we saw (409 with this code). */
export const isConflict = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 412;

/** No answer came: what was asked for may have been done all the same. */
export const isUnanswered = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 0;

/** What is wrong with a field of a form, in the reader's language. */
export const fieldError = (error: unknown, field: string): string | undefined => {
  const issue = error instanceof ApiProblem ? error.errors.find((one) => one.field === field) : undefined;
  if (issue?.code === undefined) return issue?.rule;
  return sayRule(issue, spokenNow());
};
