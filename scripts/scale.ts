import { writeFile } from 'node:fs/promises';

import { computeFigures } from './scale/figures.ts';
import { renderPage } from './scale/page/page.ts';

/** Writes docs/scale.md: what a run of ten million recipients takes, and what it costs. */
const page = new URL('../docs/scale.md', import.meta.url);
await writeFile(page, await renderPage(await computeFigures()));
process.stdout.write('docs/scale.md is written.\n');
