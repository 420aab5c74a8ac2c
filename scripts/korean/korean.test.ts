import { readdir, readFile } from 'node:fs/promises';

import { FILE_PROBLEMS } from '../../services/console/web/src/audience/imports/file-problems.ts';
import { ENGLISH } from '../../services/console/web/src/common/problems/english.ts';
import { KOREAN } from '../../services/console/web/src/common/problems/korean.ts';
import { catalogued } from './sentences.ts';

const services = ['audience', 'campaigns', 'console', 'dispatch', 'feedback'];

const repository = new URL('../../', import.meta.url);

/** `{name}` of the services, `{{name}}` and `{{name, number}}` of the console. */
const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{+\s*(\w+)\s*(?:,\s*number\s*)?\}/g)].map(([, name = '']) => name);

describe.each(catalogued)('$code of $from', ({ code, text }) => {
  it('is said in Korean', () => {
    expect(KOREAN[code] ?? '').toMatch(/[가-힣]/);
  });

  it('asks for no figure or name that the service does not tell', () => {
    const told = placesOf(text);

    const asked = [...placesOf(KOREAN[code] ?? ''), ...placesOf(ENGLISH[code] ?? '')];

    expect(asked.filter((name) => !told.includes(name))).toEqual([]);
  });

  it('is a heading everywhere or nowhere', () => {
    const isHeading = text.endsWith(':');

    expect((KOREAN[code] ?? '').endsWith(':')).toBe(isHeading || CONTAINERS.has(code));
  });
});

/** Their English is a sentence of its own, and what is wrong follows in the fields. */
const CONTAINERS: ReadonlySet<string> = new Set(['form_unusable', 'window_unusable']);

interface Operation {
  readonly 'x-role'?: string;
  readonly responses?: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

/** Public routes answer in the language of whoever set them up; what they say is not seen in the console. */
const problemsOf = async (service: string): Promise<readonly string[]> => {
  const text = await readFile(new URL(`services/${service}/openapi.json`, repository), 'utf8');
  const { paths }: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } = JSON.parse(text);
  return Object.values(paths)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation['x-role'] !== 'anyone')
    .flatMap(({ responses = {} }) => Object.values(responses))
    .filter(({ content = {} }) => 'application/problem+json' in content)
    .flatMap(({ description }) => description.split(', '));
};

const isKorean = (code: string): boolean => Object.hasOwn(KOREAN, code) || Object.hasOwn(FILE_PROBLEMS, code);

it.each(services)('the document of %s names no problem that has no Korean', async (service) => {
  const codes = new Set(await problemsOf(service));

  expect(codes.size).toBeGreaterThan(5);
  expect([...codes].filter((code) => !isKorean(code))).toEqual([]);
});

const sourcesOf = async (service: string): Promise<readonly string[]> => {
  const folder = new URL(`services/${service}/src/handlers/`, repository);
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('sentences.ts'))
    .map((name) => new URL(name, folder).pathname);
};

/** A sentence to somebody who asks, written where no test of Korean sees it. */
const UNCATALOGUED = /\b(?:detail|rule): (?:['"]|`(?!\$\{))|\brule\(['"`]|['"`]must /;

it.each(services)('the handlers of %s say nothing that is not in its catalogue', async (service) => {
  const sources = await sourcesOf(service);
  const texts = await Promise.all(sources.map(async (path) => [path, await readFile(path, 'utf8')] as const));

  const saying = texts.filter(([, text]) => UNCATALOGUED.test(text)).map(([path]) => path);

  expect(saying).toEqual([]);
});
