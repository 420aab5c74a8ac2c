type Json = unknown;

interface Resource {
  DependsOn?: string | readonly string[];
  readonly [key: string]: Json;
}

/** Every logical id that a value names by Ref, GetAtt or Sub: what CloudFormation waits for by itself. */
const namedIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];

  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0] ?? ''];
    if (key === 'Fn::Sub') return [...namesInSub(Array.isArray(inner) ? inner[0] : inner), ...namedIn(inner)];
    return namedIn(inner);
  });
};

const namesInSub = (template: Json): readonly string[] =>
  typeof template === 'string' ? [...template.matchAll(/\$\{([A-Za-z0-9]+)/g)].map(([, name]) => name ?? '') : [];

/**
 * Takes out every `DependsOn` that CloudFormation obeys anyway, because the resource refers to the other one.
 * The framework and its plugins write many; linters warn of each, and a real warning drowns among them.
 */
export const withoutRedundantDependencies = <Resources extends Readonly<Record<string, Resource>>>(
  resources: Resources,
): Record<string, Resource> =>
  Object.fromEntries(
    Object.entries(resources).map(([id, { DependsOn, ...resource }]) => {
      const named = new Set(namedIn(resource));
      const needed = [DependsOn ?? []].flat().filter((other) => !named.has(other));
      return [id, needed.length > 0 ? { ...resource, DependsOn: needed } : resource];
    }),
  );
