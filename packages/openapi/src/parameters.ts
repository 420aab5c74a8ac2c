import type * as z from 'zod/mini';

import { fieldsOf, type JsonSchema } from './json-schemas.ts';
import type { Operation } from './operation.ts';

const DIGITS = /^\^\\d(?:\{[\d,]+\}|\+)\$$/;

/** A number in an address is text of digits only: clients may write it as a number. */
const asNumber = (schema: JsonSchema): JsonSchema => {
  const { type, pattern } = schema;
  return type === 'string' && typeof pattern === 'string' && DIGITS.test(pattern)
    ? { type: 'integer', minimum: 0 }
    : schema;
};

const inQuery = (schema: z.ZodMiniType | undefined) => {
  if (schema === undefined) return [];
  const { properties, required } = fieldsOf(schema);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: asNumber(field),
  }));
};

/**
 * What the path of a route holds, in its order.
 * @throws if the schema does not know a parameter of the path, or knows another
 */
const inPath = ({ route, path, operationId }: Operation) => {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const { properties } = path === undefined ? { properties: {} } : fieldsOf(path);
  const fields = new Map(Object.entries(properties));
  if (fields.size !== names.length || names.some((name) => !fields.has(name))) {
    throw new Error(
      `${operationId}: the path has {${names.join('}, {')}}, its schema has ${[...fields.keys()].join()}. Make them the same.`,
    );
  }
  return names.map((name) => ({ name, in: 'path', required: true, schema: fields.get(name) }));
};

const ifMatch = (need: Operation['ifMatch']) =>
  need === undefined
    ? []
    : [
        {
          name: 'If-Match',
          in: 'header',
          required: need === 'required',
          description: 'The ETag of the version that the change is based on.',
          schema: { type: 'string' },
        },
      ];

export const parametersOf = (operation: Operation): readonly JsonSchema[] => [
  ...inPath(operation),
  ...inQuery(operation.query),
  ...ifMatch(operation.ifMatch),
];
