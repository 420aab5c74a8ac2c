export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether somebody took back the question that this is the answer to. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
