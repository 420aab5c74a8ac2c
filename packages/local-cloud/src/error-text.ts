/** Says an unknown error in one line. */
export const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.message === '') return error.name;

  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
};

/** The `name` of an error, which is how AWS SDKs tell their errors apart. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');
