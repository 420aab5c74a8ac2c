import type { FrameworkService, FunctionDefinition, Naming } from './framework.ts';
import { resolve, resolveMap, type Scope } from './intrinsics.ts';
import { type Endpoints, localAddress } from './physical-names.ts';
import { isList, mapAt, type Resource, stringAt, type Template, type TemplateMap } from './template.ts';

/** A function as local-cloud hears of it: what calls it, and how long it may take. */
export interface LocalFunction {
  readonly key: string;
  readonly timeout: number;
  readonly reservedConcurrency: number | undefined;
  readonly events: Template;
  readonly routes: readonly Route[];
}

interface Route {
  readonly routeKey: string;
  readonly authorizer?: Template;
}

/** A state machine as local-cloud hears of it. */
export interface LocalStateMachine {
  readonly name: string;
  readonly type: string;
  readonly role: Template;
  readonly definition: Template;
}

const AWS_DEFAULT_TIMEOUT_S = 6;

/** Events that local-cloud delivers. Routes are told apart; schedules are run by serverless-offline itself. */
const DELIVERED = ['sqs', 's3', 'stream'];

/** Lists the functions and state machines that the framework adds to a service's template. */
export const impliedResources = (
  service: FrameworkService,
  machines: TemplateMap,
  naming: Naming,
): ReadonlyMap<string, Resource> => {
  const functions = service
    .getAllFunctions()
    .map((key): [string, Resource] => [
      naming.getLambdaLogicalId(key),
      implied('AWS::Lambda::Function', { FunctionName: service.getFunction(key).name }),
    ]);
  const stateMachines = Object.entries(machines).map(([key, machine]): [string, Resource] => [
    machineLogicalId(key, machine, naming),
    implied('AWS::StepFunctions::StateMachine', { StateMachineName: machineName(service, key, machine) }),
  ]);

  return new Map([...functions, ...stateMachines]);
};

const implied = (type: string, properties: TemplateMap): Resource => ({ type, condition: undefined, properties });

/** Follows serverless-step-functions' own rule, so that `!Ref` of a machine means the same here and on AWS. */
const machineLogicalId = (key: string, machine: Template, naming: Naming): string => {
  const chosen = stringAt(machine, 'id') ?? stringAt(machine, 'name');
  if (chosen !== undefined) return naming.getNormalizedFunctionName(chosen);

  return `${naming.getNormalizedFunctionName(key)}StepFunctionsStateMachine`;
};

const machineName = ({ service, provider }: FrameworkService, key: string, machine: Template): string =>
  stringAt(machine, 'name') ?? `${service}-${provider.stage}-${key}`;

/** Describes the state machines of a service with every intrinsic of their definitions resolved. */
export const describeStateMachines = (
  service: FrameworkService,
  machines: TemplateMap,
  scope: Scope,
): readonly LocalStateMachine[] =>
  Object.entries(machines).map(([key, machine]) => ({
    name: machineName(service, key, machine),
    type: stringAt(machine, 'type') ?? 'STANDARD',
    role: resolve(mapAt({ machine }, 'machine')['role'], scope, `stateMachines.${key}.role`),
    definition: resolve(mapAt(machine, 'definition'), scope, `stateMachines.${key}.definition`),
  }));

/** Describes the functions of a service by their physical names. */
export const describeFunctions = (service: FrameworkService, scope: Scope): Readonly<Record<string, LocalFunction>> =>
  Object.fromEntries(
    service.getAllFunctions().map((key) => {
      const definition = service.getFunction(key);
      return [definition.name, describeFunction(key, definition, { service, scope })];
    }),
  );

const describeFunction = (
  key: string,
  { timeout, reservedConcurrency, events = [] }: FunctionDefinition,
  { service, scope }: { readonly service: FrameworkService; readonly scope: Scope },
): LocalFunction => {
  const delivered = events.filter((event) => DELIVERED.some((name) => name in event));

  return {
    key,
    timeout: timeout ?? service.provider.timeout ?? AWS_DEFAULT_TIMEOUT_S,
    reservedConcurrency,
    events: resolve(delivered, scope, `functions.${key}.events`),
    routes: events.flatMap(({ httpApi }) => (httpApi === undefined ? [] : [describeRoute(httpApi)])),
  };
};

const describeRoute = (httpApi: Template): Route => {
  if (typeof httpApi === 'string') return { routeKey: httpApi };
  const event = mapAt({ httpApi }, 'httpApi');
  const method = (stringAt(event, 'method') ?? '*').toUpperCase();
  const routeKey = `${method === '*' ? 'ANY' : method} ${stringAt(event, 'path') ?? '*'}`;

  return event['authorizer'] === undefined ? { routeKey } : { routeKey, authorizer: event['authorizer'] };
};

/**
 * Gives every function the environment it will see, in place: serverless-offline reads the same objects.
 *
 * Addresses of the HTTP API or of a distribution become the gateway's, and parameters what stands for them here.
 */
export const setEnvironments = (service: FrameworkService, scope: Scope, endpoints: Endpoints): void => {
  const local = (environment: TemplateMap | undefined, at: string) =>
    atHome(resolveMap(environment ?? {}, scope, at), endpoints);

  service.provider.environment = local(service.provider.environment, 'provider.environment');
  for (const key of service.getAllFunctions()) {
    const definition = service.getFunction(key);
    definition.environment = local(definition.environment, `functions.${key}.environment`);
  }
};

const atHome = (environment: TemplateMap, endpoints: Endpoints): TemplateMap =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => {
      if (isList(value)) throw new Error(`The environment variable ${name} is a list; it must be a text.`);
      return [name, typeof value === 'string' ? localAddress(value, endpoints) : value];
    }),
  );
