import { readFile } from 'node:fs/promises';

import * as z from 'zod/mini';

const Resource = z.object({
  Type: z.string(),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
  DependsOn: z.optional(z.unknown()),
  // CloudFormation is what it is: every test reads its own corner of it with `at`.
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
});
const Template = z.object({ Resources: z.record(z.string(), Resource) });

/** A resource of a template with its logical id. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly deletionPolicy: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a stack will be made of, as `serverless package` wrote it. */
export interface PackagedTemplate {
  readonly all: readonly TemplateResource[];
  ofType(type: string): readonly TemplateResource[];
  find(logicalId: string): TemplateResource | undefined;
}

/**
 * Reads the packaged template of a stack folder. `pnpm package` (or `serverless package --stage dev`) must have run.
 * @throws if it has not
 * @example
 * const template = await packagedTemplate(new URL('../../', import.meta.url)); // services/feedback
 */
export const packagedTemplate = async (folder: URL): Promise<PackagedTemplate> => {
  const file = new URL('.serverless/cloudformation-template-update-stack.json', folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file.pathname} is missing: run \`pnpm package\` first.`, { cause });
  });
  const all = Object.entries(z.parse(Template, JSON.parse(text)).Resources).map(
    ([logicalId, { Type, DeletionPolicy, Properties }]): TemplateResource => ({
      logicalId,
      type: Type,
      deletionPolicy: DeletionPolicy,
      properties: Properties,
    }),
  );
  return {
    all,
    ofType: (type) => all.filter((resource) => resource.type === type),
    find: (logicalId) => all.find((resource) => resource.logicalId === logicalId),
  };
};

/**
 * The value at a path inside a template, `undefined` where the path ends early.
 * @example
 * at(queue.properties, 'RedrivePolicy', 'deadLetterTargetArn', 'Fn::GetAtt', 0)
 */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, step) => (typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined),
    value,
  );

/** Whether a value mentions a logical id anywhere, be it by Ref, GetAtt or Sub. */
export const refersTo = (value: unknown, logicalId: string): boolean =>
  new RegExp(`["{]${logicalId}["}.]`).test(JSON.stringify(value ?? null));
