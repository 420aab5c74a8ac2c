import type { Authorizer, LocalFunction, QueueSource, Route } from './hosts.ts';
import type { DeclaredAuthorizer, DeclaredFunction, DeclaredQueueSource, StacksPayload } from './payload.ts';
import { RegistryRefusal } from './refusal.ts';

const DEFAULT_BATCH_SIZE = 10;
const LARGEST_UNWINDOWED_BATCH = 10;
const UNSUPPORTED_EVENTS = ['s3', 'stream', 'sns', 'eventBridge', 'cloudwatchLog'];

/** Reads a service's functions, routes and authorizers, and refuses what would silently not happen here. */
export const describeService = ({ service, functions, authorizers }: StacksPayload) => {
  const routes = Object.entries(functions).flatMap(([name, declared]) => routesOf(name, declared));
  const orphan = routes.find(({ authorizer }) => authorizer !== undefined && !(authorizer.name in authorizers));
  if (orphan !== undefined) {
    throw new RegistryRefusal(
      `${orphan.routeKey} names the authorizer ${orphan.authorizer?.name}, which nobody declares`,
    );
  }

  return {
    routes,
    authorizers: Object.fromEntries(Object.entries(authorizers).map(([name, given]) => [name, authorizerOf(given)])),
    functions: Object.entries(functions).map(
      ([name, declared]): LocalFunction => ({
        name,
        service,
        timeoutSeconds: declared.timeout,
        reservedConcurrency: declared.reservedConcurrency,
        sources: sourcesOf(name, declared),
      }),
    ),
  };
};

const authorizerOf = ({ identitySource, audience }: DeclaredAuthorizer): Authorizer => {
  const sources = [identitySource].flat();
  const [only] = sources;
  if (only === undefined || sources.length > 1)
    throw new RegistryRefusal('an authorizer has exactly one identity source');

  return { identitySource: only, audience: [audience].flat() };
};

const routesOf = (functionName: string, { routes }: DeclaredFunction): readonly Route[] =>
  routes.map(({ routeKey, authorizer }) => {
    if (authorizer === undefined) return { routeKey, functionName };
    if (typeof authorizer === 'string') return { routeKey, functionName, authorizer: { name: authorizer, scopes: [] } };
    if (authorizer.type !== undefined && authorizer.type !== 'jwt') {
      throw new RegistryRefusal(`${routeKey}: only JWT authorizers exist here, not ${authorizer.type}`);
    }

    return { routeKey, functionName, authorizer: { name: authorizer.name, scopes: authorizer.scopes ?? [] } };
  });

const sourcesOf = (name: string, { events }: DeclaredFunction): readonly QueueSource[] => {
  const unsupported = events.flatMap(Object.keys).find((type) => UNSUPPORTED_EVENTS.includes(type));
  if (unsupported !== undefined) {
    throw new RegistryRefusal(`${name}: events of type ${unsupported} do not exist here; put a queue between`);
  }

  return events.flatMap(({ sqs }) => {
    if (sqs === undefined) return [];
    const source = typeof sqs === 'string' ? { arn: sqs } : sqs;
    return source.enabled === false ? [] : [sourceOf(name, source)];
  });
};

const sourceOf = (name: string, declared: DeclaredQueueSource): QueueSource => {
  const { arn, batchSize = DEFAULT_BATCH_SIZE, maximumBatchingWindow: windowSeconds = 0 } = declared;
  if ('filterPatterns' in declared) throw new RegistryRefusal(`${name}: filterPatterns do not exist here`);
  if (batchSize > LARGEST_UNWINDOWED_BATCH && windowSeconds === 0) {
    throw new RegistryRefusal(`${name}: Lambda wants a maximumBatchingWindow for a batchSize above 10`);
  }

  return {
    queueArn: arn,
    batchSize,
    windowSeconds,
    maximumConcurrency: declared.maximumConcurrency,
    reportsFailures: declared.functionResponseType === 'ReportBatchItemFailures',
  };
};
