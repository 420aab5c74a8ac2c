import { mkdir, writeFile } from 'node:fs/promises';

import { makeSamples } from './samples/samples.ts';

/** Writes the sample lists and what must come of them into `samples/`. */
const folder = new URL('../samples/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, bytes] of Object.entries(await makeSamples())) await writeFile(new URL(name, folder), bytes);
