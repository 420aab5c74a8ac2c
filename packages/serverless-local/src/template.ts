/** What a serverless.yml or a CloudFormation template consists of once YAML has been read. */
export type Template = string | number | boolean | null | undefined | readonly Template[] | TemplateMap;

export interface TemplateMap {
  readonly [key: string]: Template;
}

/** Tells whether a value is a map of a template, as opposed to a list or a scalar. */
export const isMap = (value: Template): value is TemplateMap =>
  typeof value === 'object' && value !== null && !isList(value);

/** Tells whether a value is a list of a template. `Array.isArray` alone does not narrow readonly arrays. */
export const isList = (value: Template): value is readonly Template[] => Array.isArray(value);

/** Reads a map below a key; whatever else stands there counts as an empty one. */
export const mapAt = (value: Template, key: string): TemplateMap => {
  const child = isMap(value) ? value[key] : undefined;

  return isMap(child) ? child : {};
};

/** Reads a string below a key, or nothing. */
export const stringAt = (value: Template, key: string): string | undefined => {
  const child = isMap(value) ? value[key] : undefined;

  return typeof child === 'string' ? child : undefined;
};

/** One resource of a template. */
export interface Resource {
  readonly type: string;
  readonly condition: string | undefined;
  readonly properties: TemplateMap;
}

/**
 * Collects the resources of a `resources:` section, which is one template or a list of them.
 *
 * @throws when two templates use the same logical id, because CloudFormation would keep only one of them.
 */
export const readResources = (section: Template): ReadonlyMap<string, Resource> => {
  const resources = new Map<string, Resource>();
  for (const template of isList(section) ? section : [section]) {
    for (const [id, resource] of Object.entries(mapAt(template, 'Resources'))) {
      if (resources.has(id)) throw new Error(`The resource ${id} is declared twice; give one of them another name.`);
      resources.set(id, {
        type: stringAt(resource, 'Type') ?? 'unknown',
        condition: stringAt(resource, 'Condition'),
        properties: mapAt(resource, 'Properties'),
      });
    }
  }

  return resources;
};
