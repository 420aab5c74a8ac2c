import { readFile } from 'node:fs/promises';

import { describeApi, type Operation, templateRoutes } from '@bulkhead/openapi';
import { Validator } from '@seriousme/openapi-schema-validator';

import { apis } from './apis.ts';
import { generatedFiles, sharedWords } from './generated-files.ts';

const repository = new URL('../../', import.meta.url);
const committed = (path: string) => readFile(new URL(path, repository), 'utf8');

const described = ({ operationId, route, role }: Operation) => ({ operationId, route, isPublic: role === 'anyone' });

describe.each(apis)('the OpenAPI document of $service', (api) => {
  it('is up to date, and so are the types of the console (else run `pnpm openapi`)', async () => {
    const files = await generatedFiles(api);

    const found = await Promise.all(files.map(async ({ path }) => ({ path, text: await committed(path) })));

    expect(found).toEqual(files);
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();

    const result = await validator.validate(structuredClone(describeApi(api)));

    expect(result.errors ?? []).toEqual([]);
    expect(validator.version).toBe('3.1');
  });

  it('has the routes of the stack, public where the stack asks for no token', async () => {
    const routes = await templateRoutes(new URL(`services/${api.service}/`, repository));

    const expected = routes.map(({ route, isPublic }) => ({ route, isPublic }));
    const operations = api.operations.map(described);
    expect(operations.map(({ route, isPublic }) => ({ route, isPublic })).toSorted(byRoute)).toEqual(
      expected.toSorted(byRoute),
    );
    expect(operations.filter(({ operationId, route }) => !isNamed(routes, operationId, route))).toEqual([]);
  });

  it('names every operation once', () => {
    const names = api.operations.map(({ operationId }) => operationId);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

it('has the words that the console shares with a service as the service says them (else run `pnpm openapi`)', async () => {
  expect(await committed(sharedWords.path)).toBe(sharedWords.text);
});

const byRoute = (one: { readonly route: string }, other: { readonly route: string }) =>
  one.route.localeCompare(other.route);

const isNamed = (
  routes: readonly { readonly functionName: string; readonly route: string }[],
  operationId: string,
  route: string,
): boolean => routes.some((known) => known.route === route && operationId.startsWith(known.functionName));
