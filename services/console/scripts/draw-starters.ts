import { readdir, readFile } from 'node:fs/promises';

import { chromium } from 'playwright-core';

/*
 * Turns the drawings in pictures/ into the PNG files of the starters: mail programs show no SVG.
 * node services/console/scripts/draw-starters.ts
 */

const drawings = new URL('../pictures/', import.meta.url);
const shown = new URL('../web/public/starters/', import.meta.url);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const file of (await readdir(drawings)).filter((name) => name.endsWith('.svg'))) {
  const drawing = await readFile(new URL(file, drawings), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.locator('svg').screenshot({ path: new URL(file.replace('.svg', '.png'), shown).pathname });
}
await browser.close();
