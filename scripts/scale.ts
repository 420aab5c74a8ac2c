import { readFile, writeFile } from 'node:fs/promises';

import { computeFigures } from './scale/figures.ts';
import { renderPage } from './scale/page/page.ts';
import { withSelections } from './scale/page/selections.ts';

/** Writes docs/scale.md: what a run of ten million recipients takes, and what it costs; and into docs/deploy.md what events cost. */
const page = new URL('../docs/scale.md', import.meta.url);
const deploy = new URL('../docs/deploy.md', import.meta.url);
const figures = await computeFigures();
await writeFile(page, await renderPage(figures));
await writeFile(deploy, withSelections(await readFile(deploy, 'utf8'), figures));
process.stdout.write('docs/scale.md is written, and the table of events in docs/deploy.md.\n');
