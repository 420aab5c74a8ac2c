import { mkdir, writeFile } from 'node:fs/promises';

import { apis } from './openapi/apis.ts';
import { generatedFiles } from './openapi/generated-files.ts';

const repository = new URL('../', import.meta.url);

for (const api of apis) {
  for (const { path, text } of await generatedFiles(api)) {
    const file = new URL(path, repository);
    await mkdir(new URL('./', file), { recursive: true });
    await writeFile(file, text);
    console.log(path);
  }
}
