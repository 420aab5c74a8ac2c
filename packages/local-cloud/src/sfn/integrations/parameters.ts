import { StateError } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { TaskResource } from '../resource.ts';
import { OPTIMISED } from './optimised.ts';

const unusable = (args: Json, reason: string): StateError =>
  new StateError(
    'States.Runtime',
    `The Parameters '${JSON.stringify(args)}' could not be used to start the Task: [${reason}]`,
  );

const isScalarType = (type: string | undefined): type is 'S' | 'N' => type === 'S' || type === 'N';

/** DynamoDB's numbers travel as texts; an SDK of JavaScript would let a number through. */
const wrongAttribute = (value: Json): string | undefined => {
  if (Array.isArray(value)) return value.map(wrongAttribute).find((found) => found !== undefined);
  if (!isJsonObject(value)) return undefined;

  const members = Object.entries(value);
  const [type, inner] = members.length === 1 ? (members[0] ?? []) : [];
  if (isScalarType(type) && typeof inner !== 'string' && !isJsonObject(inner)) return type;
  return Object.values(value)
    .map(wrongAttribute)
    .find((found) => found !== undefined);
};

const stringified = (args: Readonly<Record<string, Json>>, field: string | undefined): Record<string, Json> => {
  const value = field === undefined ? undefined : args[field];
  if (field === undefined || value === undefined || typeof value === 'string') return { ...args };
  return { ...args, [field]: JSON.stringify(value) };
};

/**
 * Makes the arguments of a Task into what the SDK takes.
 *
 * @throws StateError `States.Runtime` when Step Functions would not start the task with them
 */
export const parametersFor = (resource: TaskResource, args: Json): Record<string, Json> => {
  if (!isJsonObject(args)) throw unusable(args, 'The arguments must be an object');

  const action = resource.isOptimised ? OPTIMISED.get(`${resource.service}:${resource.action}`) : undefined;
  const missing = action?.required.find((field) => args[field] === undefined || args[field] === null);
  if (missing !== undefined) throw unusable(args, `The field '${missing}' is required but was missing`);

  const wrong = resource.service === 'dynamodb' ? wrongAttribute(args) : undefined;
  if (wrong !== undefined) throw unusable(args, `The value for the field '${wrong}' must be a STRING`);

  return stringified(args, action?.stringified);
};
