/** S3 names a missing object by `NoSuchKey` when it is read and by `NotFound` when it is only asked about. */
export const isMissing = (error: unknown): boolean => isNamed(error, 'NoSuchKey', 'NotFound');

/** A condition of the request did not hold: the object is another one by now, or exists already. */
export const isConflict = (error: unknown): boolean =>
  isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict');

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);
