import type * as z from 'zod/mini';

import { type JsonSchema, jsonSchemasOf, reference } from './json-schemas.ts';
import { type Names, namesOf } from './names.ts';
import type { Api, Operation } from './operation.ts';
import { parametersOf } from './parameters.ts';
import { responsesOf } from './responses.ts';

const acceptsNothing = (schema: z.ZodMiniType): boolean => schema.safeParse(undefined).success;

const requestBody = ({ body, bodyType = 'application/json' }: Operation, names: Names): JsonSchema | undefined =>
  body && {
    required: !acceptsNothing(body),
    content: { [bodyType]: { schema: reference(names.get(body) ?? '') } },
  };

const operationObject = (operation: Operation, names: Names): JsonSchema => {
  const parameters = parametersOf(operation);
  const body = requestBody(operation, names);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    'x-role': operation.role,
    security: operation.role === 'anyone' ? [] : [{ people: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: responsesOf(operation, names),
  };
};

const pathsOf = ({ operations }: Api, names: Names): JsonSchema => {
  const paths = new Map<string, JsonSchema>();
  for (const operation of operations) {
    const [method = '', path = ''] = operation.route.split(' ');
    paths.set(path, { ...paths.get(path), [method.toLowerCase()]: operationObject(operation, names) });
  }
  return Object.fromEntries(paths);
};

/**
 * The OpenAPI 3.1 document of a service.
 * @throws if the path of an operation and its schema do not agree
 * @example
 * describeApi({ service: 'campaigns', description: 'What is sent to whom.', schemas: { Campaign }, operations });
 */
export const describeApi = (api: Api): JsonSchema => {
  const names = namesOf(api);
  return {
    openapi: '3.1.0',
    info: {
      title: `Bulkhead ${api.service}`,
      version: '1.0.0',
      description: api.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The address of the console: it routes /api to the services.' }],
    security: [{ people: [] }],
    paths: pathsOf(api, names),
    components: {
      securitySchemes: {
        people: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token of the issuer that the stage trusts. x-role of an operation names the role it takes: viewer < author < sender < administrator, or anyone.',
        },
      },
      schemas: jsonSchemasOf(names),
    },
  };
};

/** The document as it is committed. */
export const writtenApi = (api: Api): string => `${JSON.stringify(describeApi(api), undefined, 2)}\n`;
