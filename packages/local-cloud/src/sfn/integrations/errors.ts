import { StateError } from '../errors.ts';
import { isRecord } from '../json.ts';
import type { TaskResource } from '../resource.ts';
import { SDKS, type ServiceName } from './sdk.ts';

interface ServiceFailure {
  readonly name: string;
  readonly message: string;
  readonly status: number;
  readonly requestId: string;
}

/** The failure that the service answered with; nothing when it did not answer at all. */
const serviceFailure = (thrown: unknown): ServiceFailure | undefined => {
  if (!(thrown instanceof Error) || !('$metadata' in thrown) || !isRecord(thrown.$metadata)) return undefined;
  const { httpStatusCode, requestId = '' } = thrown.$metadata;
  if (typeof httpStatusCode !== 'number') return undefined;
  return { name: thrown.name, message: thrown.message, status: httpStatusCode, requestId: String(requestId) };
};

const withSuffix = (name: string): string => (name.endsWith('Exception') ? name : `${name}Exception`);

/** Only errors that the SDK has a class for keep their name; the others get the service's common one. */
const knownName = (service: ServiceName, name: string, fallback: string): string => {
  const { module } = SDKS[service];
  const found = [name, withSuffix(name)].some((candidate) => typeof module[candidate] === 'function');
  return found ? withSuffix(name) : fallback;
};

const causeOf = (failure: ServiceFailure, { isOptimised }: TaskResource, service: ServiceName): string => {
  const { name, message, status, requestId } = failure;
  if (!isOptimised) {
    return `${message} (Service: ${SDKS[service].prefix}, Status Code: ${status}, Request ID: ${requestId})`;
  }
  const origin = `Service: ${SDKS[service].optimisedService}; Status Code: ${status}; Error Code: ${name}`;
  return `${message} (${origin}; Request ID: ${requestId}; Proxy: null)`;
};

/**
 * Names an SDK's error as Step Functions does: `SQS.QueueDoesNotExistException` from an optimised integration,
 * `Sqs.QueueDoesNotExistException` from an `aws-sdk` one, `….SdkClientException` when nobody answered.
 */
export const integrationError = (thrown: unknown, resource: TaskResource, service: ServiceName): StateError => {
  const { prefix, optimisedPrefix, optimisedFallback } = SDKS[service];
  const before = resource.isOptimised ? optimisedPrefix : prefix;
  const failure = serviceFailure(thrown);
  if (failure === undefined) {
    const message = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return new StateError(`${before}.SdkClientException`, `Unable to execute HTTP request: ${message}`);
  }

  const fallback = resource.isOptimised ? optimisedFallback : `${prefix}Exception`;
  return new StateError(`${before}.${knownName(service, failure.name, fallback)}`, causeOf(failure, resource, service));
};
