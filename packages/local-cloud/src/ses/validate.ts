import * as z from 'zod/mini';

const english = z.locales.en().localeError;

/**
 * Parses a value, or throws the error made of all its problems in one sentence, each with its place.
 *
 * @example validate(Settings, body, (problems) => new Problem(400, problems));
 */
export const validate = <Shape>(
  schema: z.ZodMiniType<Shape>,
  value: unknown,
  failed: (problems: string) => Error,
): Shape => {
  const result = z.safeParse(schema, value, { error: english });
  if (result.success) return result.data;

  const problems = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw failed(problems.join('; '));
};
