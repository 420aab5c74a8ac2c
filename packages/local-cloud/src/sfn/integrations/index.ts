import { StateError } from '../errors.ts';
import { isRecord, type Json, toJson } from '../json.ts';
import type { TaskResource } from '../resource.ts';
import { integrationError } from './errors.ts';
import { decodeInvocation, encodePayload } from './lambda-invoke.ts';
import { parametersFor } from './parameters.ts';
import { type Clients, commandClass, isServiceName, type ServiceName } from './sdk.ts';

/** Calls what a Task's `Resource` names. Throws a `StateError` only. */
export type Integrate = (resource: TaskResource, args: Json) => Promise<Json>;

const isStream = (value: unknown): value is { readonly transformToString: () => Promise<string> } =>
  typeof value === 'object' && value !== null && 'transformToString' in value;

/** Bodies and blobs are texts in a state machine. */
const plainMember = async (value: unknown): Promise<unknown> => {
  if (isStream(value)) return value.transformToString();
  return value instanceof Uint8Array ? Buffer.from(value).toString() : value;
};

const plain = async (answer: Readonly<Record<string, unknown>>): Promise<Json> => {
  const members = Object.entries(answer).map(async ([key, value]) => [key, await plainMember(value)] as const);
  return toJson(Object.fromEntries(await Promise.all(members)));
};

/** Optimised integrations tell about the call itself too. */
const withMetadata = (answer: unknown, isOptimised: boolean): Readonly<Record<string, unknown>> => {
  const { $metadata, ...members } = isRecord(answer) ? answer : {};
  if (!isOptimised || !isRecord($metadata)) return members;
  const { httpStatusCode: HttpStatusCode, requestId: RequestId } = $metadata;
  return { ...members, SdkHttpMetadata: { HttpStatusCode }, SdkResponseMetadata: { RequestId } };
};

interface Call {
  readonly service: ServiceName;
  readonly resource: TaskResource;
  readonly input: object;
}

const send = async (clients: Clients, { service, resource, input }: Call): Promise<unknown> => {
  const Command = commandClass(service, resource.action);
  if (Command === undefined) throw new StateError('States.Runtime', `${service} has no action ${resource.action}`);

  try {
    return await clients[service]().send(Reflect.construct(Command, [input]));
  } catch (thrown) {
    throw integrationError(thrown, resource, service);
  }
};

/** Connects Tasks with the services of this laptop. */
export const makeIntegrate =
  (clients: Clients): Integrate =>
  async (resource, args) => {
    const { service, action, isOptimised } = resource;
    if (!isServiceName(service)) throw new StateError('States.Runtime', `The service ${service} is not implemented`);

    const parameters = parametersFor(resource, args);
    const isInvocation = service === 'lambda' && action === 'invoke';
    const input = isInvocation ? encodePayload(parameters) : parameters;
    const answer = withMetadata(await send(clients, { service, resource, input }), isOptimised);
    return plain(isInvocation && isOptimised ? decodeInvocation(answer) : answer);
  };
