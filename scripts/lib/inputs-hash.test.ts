import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inputsHash } from './inputs-hash.ts';

const patterns = ['services/audience', 'services/console', 'packages/*/src', 'pnpm-lock.yaml'];

let root: string;

const write = async (path: string, content: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'inputs-hash-'));
  await write('services/audience/serverless.yml', 'service: audience');
  await write('packages/contracts/src/index.ts', 'export {}');
  await write('pnpm-lock.yaml', 'lock');
});

afterEach(() => rm(root, { recursive: true }));

describe('inputsHash', () => {
  it.each([
    'services/audience/serverless.yml',
    'services/audience/src/handlers/new.ts',
    'packages/contracts/src/deep/er.ts',
    'pnpm-lock.yaml',
  ])('changes with %s', async (path) => {
    const before = await inputsHash(root, patterns);

    await write(path, 'changed');

    expect(await inputsHash(root, patterns)).not.toBe(before);
  });

  it.each([
    'services/audience/.serverless/template.json',
    'services/audience/stateful/.serverless/template.json',
    'services/console/web/src/main.tsx',
    'services/audience/node_modules/library/index.js',
    'services/audience/src/parse.test.ts',
    'services/audience/README.md',
    'services/campaigns/serverless.yml',
  ])('does not change with %s', async (path) => {
    const before = await inputsHash(root, patterns);

    await write(path, 'changed');

    expect(await inputsHash(root, patterns)).toBe(before);
  });
});
