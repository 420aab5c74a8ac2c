import { mkdir, writeFile } from 'node:fs/promises';

import { apis } from './openapi/apis.ts';
import { generatedFiles, sharedWords } from './openapi/generated-files.ts';

const repository = new URL('../', import.meta.url);

const files = await Promise.all(apis.map(generatedFiles));

for (const { path, text } of [...files.flat(), sharedWords]) {
  const file = new URL(path, repository);
  await mkdir(new URL('./', file), { recursive: true });
  await writeFile(file, text);
  console.log(path);
}
