import * as z from 'zod/mini';

const thrown = z.object({ errorMessage: z.string(), errorType: z.string(), stackTrace: z.array(z.string()) });

/**
 * Recognises what serverless-offline answers, with status 200, for an HTTP API handler that threw.
 * AWS answers 500 and keeps the reason for the log.
 */
export const thrownError = (body: string): string | undefined => {
  const read = z.safeParse(thrown, parse(body));

  return read.success ? (read.data.stackTrace[0] ?? read.data.errorType) : undefined;
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
