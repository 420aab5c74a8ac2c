import { readdir, readFile } from 'node:fs/promises';

import { KOREAN_LETTERS } from '../../services/console/web/src/operations/dead-letters/korean-letters.ts';

const repository = new URL('../../', import.meta.url);

const CODE = /new PermanentError\(\{\s*code: '(\w+)'/g;

const codesIn = async (folder: string): Promise<readonly string[]> => {
  const root = new URL(folder, repository);
  const names = await readdir(root, { recursive: true });
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const texts = await Promise.all(sources.map((name) => readFile(new URL(name, root), 'utf8')));
  return texts.flatMap((text) => [...text.matchAll(CODE)].map(([, code = '']) => code));
};

it.each([
  'packages/lambda-kit/src/',
  'services/audience/src/',
  'services/campaigns/src/',
  'services/dispatch/src/',
  'services/feedback/src/',
])('what a handler of %s sets a message aside for is said in Korean', async (folder) => {
  const codes = await codesIn(folder);

  expect(codes.filter((code) => !Object.hasOwn(KOREAN_LETTERS, code))).toEqual([]);
});
