import { type JsonSchema, reference } from './json-schemas.ts';
import type { Names } from './names.ts';
import type { AnswerShape, Operation } from './operation.ts';

const etag = {
  ETag: { description: 'The version of what is shown, for If-Match of a change.', schema: { type: 'string' } },
};

const JSON_TYPE = 'application/json';

const contentOf = ({ schema, contentType = JSON_TYPE }: AnswerShape, names: Names): JsonSchema | undefined => {
  if (schema !== undefined) return { [contentType]: { schema: reference(names.get(schema) ?? '') } };
  return contentType === JSON_TYPE ? undefined : { [contentType]: { schema: { type: 'string' } } };
};

const wentWell = (answer: AnswerShape, names: Names): JsonSchema => {
  const content = contentOf(answer, names);
  return {
    description: answer.description ?? (content === undefined ? 'Done.' : 'As asked for.'),
    ...(answer.etag === true && { headers: etag }),
    ...(content && { content }),
  };
};

const refused = (codes: readonly string[]): JsonSchema => ({
  description: codes.join(', '),
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

/** What any route of its kind may answer. */
const commonProblems = ({ path, query, body, role, ifMatch }: Operation): Operation['problems'] => ({
  ...((path ?? query ?? body) !== undefined && { 400: ['request_malformed'] }),
  ...(role !== 'anyone' && { 401: ['caller_unknown'], 403: ['role_missing', 'service_not_allowed'] }),
  ...(body !== undefined && { 413: ['body_too_large'] }),
  ...(ifMatch && { 412: ['stale'] }),
  ...(ifMatch === 'required' && { 428: ['if_match_missing'] }),
  500: ['internal_error'],
});

const problemsOf = (operation: Operation): JsonSchema => {
  const common = new Map(Object.entries(commonProblems(operation) ?? {}));
  for (const [status, codes] of Object.entries(operation.problems ?? {})) {
    common.set(status, [...(common.get(status) ?? []), ...codes]);
  }
  return Object.fromEntries([...common].map(([status, codes]) => [status, refused(codes)]));
};

/** Numeric keys of an object are in ascending order, whatever comes first here. */
export const responsesOf = (operation: Operation, names: Names): JsonSchema => ({
  ...problemsOf(operation),
  ...Object.fromEntries(Object.entries(operation.answers).map(([status, answer]) => [status, wentWell(answer, names)])),
});
