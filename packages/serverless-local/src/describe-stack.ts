import { type Known, resolve, resolveMap, type Scope } from './intrinsics.ts';
import { describeResource, type Endpoints, namePropertyOf } from './physical-names.ts';
import type { Resource, TemplateMap } from './template.ts';

/** The account that every local ARN names. */
const LOCAL_ACCOUNT = '000000000000';

/** A stack as local-cloud hears of it: the resources to create, and the types that mean nothing on a laptop. */
export interface StackDescription {
  readonly stack: string;
  readonly resources: readonly ResourceDescription[];
  readonly ignored: readonly string[];
}

interface ResourceDescription {
  readonly id: string;
  readonly type: string;
  readonly ref: string;
  readonly att: Readonly<Record<string, string>>;
  readonly properties: TemplateMap;
}

export interface StackInput {
  readonly name: string;
  readonly stage: string;
  readonly region: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly endpoints: Endpoints;
}

const PROVIDED = new Set([
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Scheduler::ScheduleGroup',
]);

/**
 * Gives every logical id of a stack its local meaning.
 *
 * `implied` are the resources that the framework itself would add to the template: functions and state machines.
 */
export const scopeOf = (
  input: StackInput,
  implied: ReadonlyMap<string, Resource>,
  extra: readonly (readonly [string, Known])[] = [],
): Scope => {
  const { stage, region, endpoints } = input;
  const known = new Map<string, Known>(extra);
  const scope = { account: LOCAL_ACCOUNT, region, stack: `${input.name}-${stage}`, known };
  for (const [id, resource] of [...implied, ...input.resources]) {
    known.set(id, describeResource(id, withPlainName(id, resource, scope), { scope, endpoints }));
  }

  return scope;
};

/** Describes what local-cloud has to create for a stack. */
export const describeStack = (resources: ReadonlyMap<string, Resource>, scope: Scope): StackDescription => {
  const provided = [...resources].filter(([, { type }]) => PROVIDED.has(type));
  const ignored = new Set([...resources.values()].map(({ type }) => type).filter((type) => !PROVIDED.has(type)));

  return {
    stack: scope.stack,
    resources: provided.map(([id, resource]) => describe(id, resource, scope)),
    ignored: [...ignored].sort(),
  };
};

const describe = (id: string, { type, condition, properties }: Resource, scope: Scope): ResourceDescription => {
  if (condition !== undefined) {
    throw new Error(`${id} depends on the condition ${condition}: conditions are not evaluated locally.`);
  }
  const { ref, attributes } = scope.known.get(id) ?? { ref: id, attributes: {} };

  return { id, type, ref, att: attributes, properties: resolveMap(properties, scope, id) };
};

/** A name may be a `!Sub` over pseudo parameters; it must be plain text before anybody can refer to the resource. */
const withPlainName = (id: string, resource: Resource, scope: Scope): Resource => {
  const property = namePropertyOf(resource.type);
  if (property === undefined || resource.properties[property] === undefined) return resource;
  const name = resolve(resource.properties[property], scope, `${id}.${property}`);

  return { ...resource, properties: { ...resource.properties, [property]: name } };
};
