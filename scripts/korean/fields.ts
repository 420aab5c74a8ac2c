import { readFile } from 'node:fs/promises';

const repository = new URL('../../', import.meta.url);

interface Schema {
  readonly $ref?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly 'x-role'?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A rule of a segment holds rules, and so on: each is called by its place. */
const isCalledByItsPlace = (path: string): boolean => path.startsWith('rule.');

const fieldsOf = (schema: Schema, path: string, { components }: Document): readonly string[] => {
  const { anyOf = [], items, properties = {}, $ref } = schema;
  const within = [...anyOf, ...(items ? [items] : [])];
  const named = $ref === undefined ? undefined : components.schemas[$ref.split('/').at(-1) ?? ''];
  const deeper = (one: Schema, at: string) =>
    isCalledByItsPlace(at) ? [] : fieldsOf(one, at, { components, paths: {} });
  return [
    ...[...within, ...(named ? [named] : [])].flatMap((one) => deeper(one, path)),
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const place = path === '' ? name : `${path}.${name}`;
      return isCalledByItsPlace(place) ? [] : [place, ...deeper(inner, place)];
    }),
  ];
};

/** Every field of what the console may send to a service. */
export const requestFields = async (service: string): Promise<readonly string[]> => {
  const text = await readFile(new URL(`services/${service}/openapi.json`, repository), 'utf8');
  const document: Document = JSON.parse(text);
  const operations = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation['x-role'] !== 'anyone');
  const found = operations.flatMap(({ parameters = [], requestBody }) => [
    ...parameters.filter((one) => one.in !== 'header').map(({ name }) => name),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema, '', document)),
  ]);
  return [...new Set(found)];
};
