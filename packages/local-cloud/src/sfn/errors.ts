/** An error of a state: what `Retry` and `Catch` match, and what an execution fails with. */
export class StateError extends Error {
  override readonly name = 'StateError';
  /** The name that histories and `$states.errorOutput` show. */
  readonly error: string;
  readonly errorCause: string;
  /** Names besides `error` that a retrier or catcher may use for it. */
  readonly aliases: readonly string[];

  constructor(error: string, errorCause = '', aliases: readonly string[] = []) {
    super(`${error}: ${errorCause}`);
    this.error = error;
    this.errorCause = errorCause;
    this.aliases = aliases;
  }
}

/** The lane was cut off from outside: the execution was stopped, or a sibling branch failed. */
export class Aborted extends Error {
  override readonly name = 'Aborted';
}

/** An answer of the API other than success, named as AWS names it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Turns whatever was thrown inside a state into its error; a bug of the engine shows as `States.Runtime`. */
export const asStateError = (thrown: unknown): StateError => {
  if (thrown instanceof StateError) return thrown;
  return new StateError('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
};
