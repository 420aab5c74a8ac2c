import { readdir, readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import * as z from 'zod/mini';

import { catalogue, documents } from './index.ts';

const text = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const json = async (path: string): Promise<unknown> => JSON.parse(await text(path));
const Anything = z.record(z.string(), z.unknown());

const published = [
  ...Object.entries(catalogue).map(([name, { schema }]) => ({ name, schema, fixture: `fixtures/${name}.json` })),
  ...Object.entries(documents).map(([name, { schema }]) => ({
    name,
    schema,
    fixture: `fixtures/documents/${name}.json`,
  })),
];

/** Messages with optional fields that their version was given later; frozen like the others, the day the fields were published. */
const later = (await readdir(new URL('../fixtures/later', import.meta.url))).map((file) => file.replace('.json', ''));
/** A version that is given something a second time has a second fixture, named after what was added. */
const schemaOf = (fixture: string) =>
  published.find(({ name }) => fixture === name || fixture.startsWith(`${name}.`))?.schema;

describe.each(later)('%s with what it was given later', (name) => {
  it('still accepts what it was frozen with, and loses nothing of it', async () => {
    const frozen = await json(`fixtures/later/${name}.json`);
    const schema = schemaOf(name);

    expect(schema && z.parse(schema, frozen)).toEqual(frozen);
  });
});

/** Fixtures are frozen the day a version is published: a change that breaks one needs a new version. */
describe.each(published)('$name', ({ name, schema, fixture }) => {
  it('still accepts what it was frozen with', async () => {
    expect(z.safeParse(schema, await json(fixture))).toMatchObject({ success: true });
  });

  it('loses nothing of what it was frozen with', async () => {
    const frozen = await json(fixture);

    expect(z.parse(schema, frozen)).toEqual(frozen);
  });

  it('ignores fields it does not know, so that a producer may add them', async () => {
    const later = { ...z.parse(Anything, await json(fixture)), addedLater: { deep: true } };

    expect(z.safeParse(schema, later)).toMatchObject({ success: true });
  });

  it('says the same in JSON Schema, for those who do not speak TypeScript', async () => {
    const validate = new Ajv({ validateFormats: false }).compile(z.parse(Anything, await json(`schemas/${name}.json`)));
    const frozen = z.parse(Anything, await json(fixture));

    expect(validate(frozen)).toBe(true);
    expect(validate({ ...frozen, addedLater: true })).toBe(true);
    expect(validate({})).toBe(false);
  });
});

describe('the fixtures', () => {
  it('are those of the published versions, and no others', async () => {
    const files = await readdir(new URL('../fixtures', import.meta.url), { recursive: true });

    const expected = published.map(({ fixture }) => fixture.replace('fixtures/', ''));
    const frozen = files.filter((file) => file.endsWith('.json') && !file.startsWith('later/'));
    expect(frozen.toSorted()).toEqual(expected.toSorted());
  });
});
