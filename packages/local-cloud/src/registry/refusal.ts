import * as z from 'zod/mini';

/** Something a service asked for that cannot be had here; the sentence goes to the developer. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  readonly status: 400 | 404 | 409;

  constructor(message: string, status: 400 | 404 | 409 = 400) {
    super(message);
    this.status = status;
  }
}

/**
 * Parses, or refuses with the path and the rule of everything that is wrong.
 *
 * @throws {RegistryRefusal}
 */
export const parseOrRefuse = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || '(root)'}: ${message}`);

  throw new RegistryRefusal(`${what} is not understood: ${problems.join('; ')}`);
};
