import { mkdir, rm, writeFile } from 'node:fs/promises';

import { generatedFiles } from './generated-files.ts';

const repository = new URL('../../../', import.meta.url);
const schemas = new URL('packages/contracts/schemas/', repository);

// A contract that is gone leaves no schema behind.
await rm(schemas, { recursive: true, force: true });
await mkdir(schemas);
for (const [path, text] of generatedFiles()) await writeFile(new URL(path, repository), text);
