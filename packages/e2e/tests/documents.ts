import { readFile } from 'node:fs/promises';

import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod/mini';

const Media = z.record(z.string(), z.object({ schema: z.optional(z.object({ $ref: z.optional(z.string()) })) }));
const Operation = z.object({
  'x-role': z.string(),
  responses: z.record(z.string(), z.object({ content: z.optional(Media) })),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

/** A reading route of a service that answers JSON to people whom it knows. */
export interface ReadingRoute {
  readonly service: string;
  readonly path: string;
  /** Where an answer differs from what the document says; a field that it does not name is a difference. */
  readonly differencesIn: (answer: unknown) => readonly string[];
}

/** The reading routes in the OpenAPI document of a service. */
export const readingRoutes = async (service: string): Promise<readonly ReadingRoute[]> => {
  const file = new URL(`../../../services/${service}/openapi.json`, import.meta.url);
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(Object(closed(json)), service);

  return Object.entries(z.parse(Document, json).paths).flatMap(([path, { get }]) => {
    const reference = get?.responses['200']?.content?.['application/json']?.schema?.$ref;
    if (get === undefined || get['x-role'] === 'anyone' || reference === undefined) return [];
    const differencesIn = (answer: unknown): readonly string[] => {
      ajv.validate({ $ref: `${service}${reference}` }, answer);
      return (ajv.errors ?? []).map(
        (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
      );
    };
    return [{ service, path, differencesIn }];
  });
};

/** Objects have the fields that are named, and no others. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  return 'properties' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
};
