import { services } from '@bulkhead/contracts';
import { packagedTemplate, refersTo, type TemplateResource } from '@bulkhead/testing';
import * as z from 'zod/mini';

export { refersTo };

/** Of console, the one where tokens come from is a stack of its own. */
type Stack = 'code' | 'stateful' | 'tokens';

/** A resource of a packaged template, and where it stands. `title` is for the names of tests. */
export interface Resource extends TemplateResource {
  readonly service: string;
  readonly stack: Stack;
  readonly title: string;
}

const read = async (service: string, stack: Stack): Promise<readonly Resource[]> => {
  const folder = stack === 'code' ? `${service}/` : `${service}/${stack}/`;
  const template = await packagedTemplate(new URL(`../../../../services/${folder}`, import.meta.url));

  return template.all.map((resource) => ({ ...resource, service, stack, title: `${service} ${resource.logicalId}` }));
};

/** Every resource of every stack, as `pnpm package` wrote it. */
export const resources: readonly Resource[] = (
  await Promise.all([
    ...services.flatMap((service) => [read(service, 'stateful'), read(service, 'code')]),
    read('console', 'tokens'),
  ])
).flat();

/** The resources of a CloudFormation type. */
export const all = (type: string): readonly Resource[] => resources.filter((resource) => resource.type === type);

/** The logical id in `{ "Fn::GetAtt": [id, …] }` or `{ "Ref": id }`. */
export const logicalIdIn = (value: unknown): string =>
  /"(?:Fn::GetAtt":\["|Ref":")([A-Za-z0-9]+)"/.exec(JSON.stringify(value ?? null))?.[1] ?? '(none)';

/** A resource of the same stack by its logical id. */
export const sibling = ({ service, stack }: Pick<Resource, 'service' | 'stack'>, id: string): Resource | undefined =>
  resources.find((resource) => resource.service === service && resource.stack === stack && resource.logicalId === id);

/** The queue that an event source reads: of its own stack, or one of the stateful stack, which it can only name. */
export const queueOf = (source: Resource): Resource | undefined => {
  const arn = source.properties['EventSourceArn'];
  const named = resources.find(
    ({ type, service, properties }) =>
      type === 'AWS::SQS::Queue' &&
      service === source.service &&
      JSON.stringify(arn ?? null).includes(`"${String(properties['QueueName'])}"`),
  );

  return sibling(source, logicalIdIn(arn)) ?? named;
};

/** The statements of a policy document, whatever its shape. */
export const statementsOf = (document: unknown): readonly Readonly<Record<string, unknown>>[] => {
  const parsed = z.safeParse(z.object({ Statement: z.array(z.record(z.string(), z.unknown())) }), document);
  return parsed.success ? parsed.data.Statement : [];
};

/** A value as a list: IAM writes one thing without brackets. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
