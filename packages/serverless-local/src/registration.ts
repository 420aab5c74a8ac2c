import { resolve } from 'node:path';
import { describeFunctions, describeStateMachines, impliedResources, setEnvironments } from './describe-service.ts';
import { describeStack, type StackDescription, scopeOf } from './describe-stack.ts';
import type { Framework } from './framework.ts';
import type { Known } from './intrinsics.ts';
import type { Endpoints } from './physical-names.ts';
import { readStack, serviceNameOf } from './read-stack.ts';
import type { Registration } from './registry.ts';
import { isList, mapAt, readResources, type TemplateMap } from './template.ts';

/** What a description depends on besides the service itself. */
export interface LocalContext {
  readonly framework: Framework;
  readonly options: TemplateMap;
  readonly endpoints: Endpoints;
}

/**
 * Describes a whole service, its other stacks included, and gives its functions their environment on the way.
 *
 * @throws with the path of whatever cannot be resolved locally
 */
export const describeRegistration = async (context: LocalContext): Promise<Registration> => {
  const { framework, endpoints } = context;
  const { service } = framework;
  const { region, stage } = service.provider;
  const resources = readResources(service.resources);
  const machines = mapAt(framework.configurationInput['stepFunctions'], 'stateMachines');
  const implied = impliedResources(service, machines, framework.getProvider('aws').naming);
  const input = { name: service.service, stage, region, resources, endpoints };
  const scope = scopeOf(input, implied, [httpApi(service.service, endpoints)]);
  setEnvironments(service, scope, endpoints);

  return {
    service: service.service,
    region,
    stacks: [...(await otherStacks(context)), describeStack(resources, scope)],
    functions: describeFunctions(service, scope),
    stateMachines: describeStateMachines(service, machines, scope),
    authorizers: describeAuthorizers(service.provider.httpApi?.authorizers ?? {}),
  };
};

/** The framework unwraps a list of one audience; local-cloud always gets the list. */
const describeAuthorizers = (authorizers: TemplateMap): TemplateMap =>
  Object.fromEntries(
    Object.keys(authorizers).map((name) => {
      const authorizer = mapAt(authorizers, name);
      const { audience = [] } = authorizer;

      return [name, { ...authorizer, audience: isList(audience) ? audience : [audience] }];
    }),
  );

/** The framework adds the API to the template under this name; its address here is the gateway's. */
const httpApi = (service: string, { gateway }: Endpoints): readonly [string, Known] => [
  'HttpApi',
  { ref: `local-${service}`, attributes: { ApiEndpoint: gateway, ApiId: `local-${service}` } },
];

/** Reads the stacks named in `custom.local.stacks`, usually the stateful one. */
const otherStacks = ({ framework, options, endpoints }: LocalContext): Promise<readonly StackDescription[]> => {
  const { service, serviceDir } = framework;
  const { region, stage } = service.provider;
  const folders = service.custom?.local?.stacks ?? [];

  return Promise.all(
    folders.map(async (folder) => {
      const configuration = await readStack(resolve(serviceDir, folder), { ...options, region, stage });
      const resources = readResources(configuration['resources']);
      const input = { name: serviceNameOf(configuration), stage, region, resources, endpoints };

      return describeStack(resources, scopeOf(input, new Map()));
    }),
  );
};
