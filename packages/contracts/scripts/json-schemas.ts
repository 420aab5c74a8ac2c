import * as z from 'zod/mini';

import { catalogue, documents } from '../src/index.ts';

interface JsonSchemaEntry {
  readonly schema: z.ZodMiniType;
  readonly summary: string;
}

/** Everything that has a schema, by the name of its file. */
const contracts: readonly (readonly [string, JsonSchemaEntry])[] = [
  ...Object.entries(catalogue),
  ...Object.entries(documents),
];

/**
 * A contract in JSON Schema, draft 7: what AsyncAPI 3 understands without being told.
 * As an `input`: unknown fields are allowed, because consumers ignore them.
 */
export const jsonSchemaOf = (name: string, { schema, summary }: JsonSchemaEntry) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, $id: `urn:bulkhead:schema:${name}`, title: name, description: summary, ...rest };
};

/** One file for each contract. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    contracts.map(([name, entry]) => [
      `packages/contracts/schemas/${name}.json`,
      `${JSON.stringify(jsonSchemaOf(name, entry), undefined, 2)}\n`,
    ]),
  );
