import * as z from 'zod/mini';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What zod adds and readers of the document do not need: `format` says of a time what its pattern of 400 characters says again. */
const tidy = ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema['format'] === 'date-time') delete jsonSchema['pattern'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
};

const options = { io: 'input', override: tidy } as const;

const Fields = z.object({
  properties: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
  required: z._default(z.array(z.string()), []),
});

/** The fields of a flat schema, for parameters. */
export const fieldsOf = (schema: z.ZodMiniType): z.infer<typeof Fields> =>
  z.parse(Fields, z.toJSONSchema(schema, options));

/** Schemas under their names; one that has a name is referred to wherever it is part of another. */
export const jsonSchemasOf = (named: ReadonlyMap<z.ZodMiniType, string>): Readonly<Record<string, JsonSchema>> => {
  const registry = z.registry<{ readonly id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { ...options, uri: (id) => reference(id).$ref });
  return Object.fromEntries(Object.entries(made.schemas).map(([name, schema]) => [name, withoutIds(schema)]));
};

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Inside an OpenAPI document, a schema's place is its id. */
const withoutIds = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'));
