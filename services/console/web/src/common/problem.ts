import * as z from 'zod/mini';

const Problem = z.object({
  /** "urn:bulkhead:problem:stale" */
  type: z._default(z.string(), ''),
  detail: z._default(z.string(), ''),
  requestId: z.optional(z.string()),
  errors: z._default(z.array(z.looseObject({ field: z.string(), rule: z.string() })), []),
});
type Problem = z.infer<typeof Problem>;

/** What a service says is wrong (problem+json). `status` is 0 where no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: Problem['errors'];
  /** The body as it came: some problems say more. */
  readonly body: unknown;

  constructor(status: number, { type, detail, errors }: Problem, body: unknown) {
    super(detail);
    this.status = status;
    this.code = type.split(':').at(-1) || 'unknown';
    this.errors = errors;
    this.body = body;
  }
}

export const problemOf = (status: number, body: unknown): ApiProblem => {
  const found = z.safeParse(Problem, body);
  return new ApiProblem(status, found.success ? found.data : { type: '', detail: '', errors: [] }, body);
};

/** Somebody else changed it in between (412), or it is not there in the state we saw (409 with this code). */
export const isConflict = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 412;

/** What is wrong with a field of a form, in the service's words. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof ApiProblem ? error.errors.find((one) => one.field === field)?.rule : undefined;
