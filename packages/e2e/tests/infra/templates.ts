import { readFileSync } from 'node:fs';

import { services } from '@bulkhead/contracts';
import * as z from 'zod/mini';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      DeletionPolicy: z.optional(z.string()),
      Properties: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});

/** A resource of a packaged template. */
export interface Resource {
  readonly id: string;
  readonly service: string;
  readonly stack: 'code' | 'stateful';
  readonly type: string;
  readonly deletionPolicy: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

const folders = { code: '', stateful: 'stateful/' } as const;

const read = (service: string, stack: 'code' | 'stateful'): readonly Resource[] => {
  const path = `../../../../services/${service}/${folders[stack]}.serverless/cloudformation-template-update-stack.json`;
  const template = z.parse(Template, JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')));

  return Object.entries(template.Resources).map(([id, resource]) => ({
    id,
    service,
    stack,
    type: resource.Type,
    deletionPolicy: resource.DeletionPolicy,
    properties: resource.Properties ?? {},
  }));
};

/** Every resource of every stack, as `pnpm package` wrote it. */
export const resources: readonly Resource[] = services.flatMap((service) => [
  ...read(service, 'stateful'),
  ...read(service, 'code'),
]);

/** The resources of a CloudFormation type, each with a `title` for test names. */
export const all = (type: string) =>
  resources.filter((resource) => resource.type === type).map((resource) => ({ ...resource, title: `${resource.service} ${resource.id}` }));

/** Whether a value names a logical id, by Ref, GetAtt or Sub. */
export const refersTo = (value: unknown, logicalId: string): boolean => {
  const text = JSON.stringify(value ?? null);
  return text.includes(`"${logicalId}"`) || text.includes(`\${${logicalId}}`) || text.includes(`\${${logicalId}.`);
};

/** The logical id in `{ "Fn::GetAtt": [id, …] }` or `{ "Ref": id }`. */
export const logicalId = (value: unknown): string => {
  const found = /"(?:Fn::GetAtt":\["|Ref":")([A-Za-z0-9]+)"/.exec(JSON.stringify(value ?? null));
  return found?.[1] ?? '(none)';
};

/** A resource of the same stack by its logical id. */
export const sibling = ({ service, stack }: Pick<Resource, 'service' | 'stack'>, id: string): Resource | undefined =>
  resources.find((resource) => resource.service === service && resource.stack === stack && resource.id === id);

/** The statements of a policy document, whatever its shape. */
export const statementsOf = (document: unknown): readonly Readonly<Record<string, unknown>>[] => {
  const parsed = z.safeParse(z.object({ Statement: z.array(z.record(z.string(), z.unknown())) }), document);
  return parsed.success ? parsed.data.Statement : [];
};

/** A value as a list: IAM writes one thing without brackets. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
