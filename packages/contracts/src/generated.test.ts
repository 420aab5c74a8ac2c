import { readdir, readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import { parse } from 'yaml';
import * as z from 'zod/mini';

import { generatedFiles } from '../scripts/generated-files.ts';

const repository = new URL('../../../', import.meta.url);
const committed = (path: string) => readFile(new URL(path, repository), 'utf8');
const files = [...generatedFiles()].map(([path, text]) => ({ path, text }));

describe('generated files', () => {
  it.each(files)('$path is up to date (else run `pnpm contracts`)', async ({ path, text }) => {
    expect(await committed(path)).toBe(text);
  });

  it('has no schema of a contract that is gone', async () => {
    const schemas = await readdir(new URL('packages/contracts/schemas', repository));

    const expected = files.map(({ path }) => path).filter((path) => path.includes('/schemas/'));
    expect(schemas.map((file) => `packages/contracts/schemas/${file}`).toSorted()).toEqual(expected.toSorted());
  });
});

describe('asyncapi.yaml', () => {
  const Document = z.looseObject({ asyncapi: z.literal('3.0.0') });
  const document = async () => z.parse(Document, parse(await committed('packages/contracts/asyncapi.yaml')));

  it('is an AsyncAPI 3.0 document', async () => {
    const file = new URL(import.meta.resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json'));
    const specification = z.parse(z.record(z.string(), z.unknown()), JSON.parse(await readFile(file, 'utf8')));
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(specification);

    validate(await document());

    expect(validate.errors).toBeNull();
  });

  it('refers only to what is there', async () => {
    const whole = await document();
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);

    const found = (path: string) =>
      path.split('/').reduce<unknown>((value, step) => Object(value)[step], whole) !== undefined;
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((path) => !found(path))).toEqual([]);
  });

  it('refers to a schema file for every message', async () => {
    const text = await committed('packages/contracts/asyncapi.yaml');
    const schemas = [...text.matchAll(/\.\/schemas\/\S+\.json/g)].map(([path]) => path);

    const missing = schemas.filter(
      (path) => !files.some((file) => file.path === `packages/contracts/${path.slice(2)}`),
    );
    expect(schemas.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});
