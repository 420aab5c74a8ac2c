import { OPTIMISED } from '../integrations/optimised.ts';
import { commandClass, isServiceName, SDKS } from '../integrations/sdk.ts';
import { isJsonObject } from '../json.ts';
import { readResource, type TaskResource } from '../resource.ts';
import type { PlacedState } from './flows.ts';
import { type Problem, pathOf } from './problem.ts';

const SUPPORTED = `Implemented are ${[...OPTIMISED.keys()].join(', ')} and aws-sdk:{${Object.keys(SDKS).join(',')}}`;

const sdkSentence = ({ service, action }: TaskResource): string | undefined => {
  if (!isServiceName(service)) return `The service of 'aws-sdk:${service}' is not implemented. ${SUPPORTED}`;
  if (commandClass(service, action) === undefined) return `The service '${service}' has no action '${action}'`;
  return undefined;
};

const optimisedSentence = ({ service, action, waitsForToken }: TaskResource): string | undefined => {
  const known = OPTIMISED.get(`${service}:${action}`);
  if (known === undefined) return `The integration '${service}:${action}' is not implemented. ${SUPPORTED}`;
  if (waitsForToken && !known.hasCallback) return `'${service}:${action}' cannot wait for a task token`;
  return undefined;
};

const argumentSentences = (resource: TaskResource, args: unknown): readonly string[] => {
  const known = resource.isOptimised ? OPTIMISED.get(`${resource.service}:${resource.action}`) : undefined;
  if (known === undefined || typeof args !== 'object' || args === null) return [];

  const given = Object.keys(args);
  return [
    ...given
      .filter((field) => !known.fields.includes(field))
      .map((field) => `The field '${field}' is not supported by '${resource.service}:${resource.action}'`),
    ...known.required
      .filter((field) => !given.includes(field))
      .map((field) => `The field '${field}' is required but was missing`),
  ];
};

/** Refuses tasks whose integration, or an argument of it, does not exist here. */
export const resourceProblems = ({ state, at }: PlacedState): readonly Problem[] => {
  if (state.Type !== 'Task') return [];

  const path = pathOf([...at, 'Resource']);
  const resource = readResource(state.Resource);
  if (resource === undefined) {
    return [{ path, sentence: `The resource '${state.Resource}' is not implemented. ${SUPPORTED}` }];
  }
  const sentence = resource.isOptimised ? optimisedSentence(resource) : sdkSentence(resource);
  if (sentence !== undefined) return [{ path, sentence }];

  const args = isJsonObject(state.Arguments) ? state.Arguments : undefined;
  return argumentSentences(resource, args).map((line) => ({ path: pathOf([...at, 'Arguments']), sentence: line }));
};
