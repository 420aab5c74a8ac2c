import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { type Browser, chromium, type Page } from 'playwright-core';
import * as z from 'zod/mini';

import { findChromium } from '../../lib/chromium.ts';
import { startPlatform } from '../../lib/platform.ts';
import { buildWebApp } from '../../lib/web-app.ts';
import { webAppFolder } from '../../lib/workspace.ts';
import { describeMachine, median, round } from '../dispatch/figures.ts';

interface Settings {
  readonly basePort: number;
  readonly rounds: number;
}

const KILOBYTE = 1_000;
/** Runs in the page, before anything of the page does. */
const WATCH = fileURLToPath(import.meta.resolve('./page/watch-the-load.ts'));

/** What a browser tells of one load, in milliseconds after the address was asked for. */
const Load = z.object({
  firstPaint: z.number(),
  /** Everything on the page is there: its heading, and nothing that still loads. */
  complete: z.number(),
  /** Complete, and no task of more than 50 ms any more: what Lighthouse calls interactive. */
  interactive: z.number(),
  /** Milliseconds beyond 50 of all long tasks. */
  blocked: z.number(),
  scripts: z.array(z.string()),
});
type Load = z.infer<typeof Load>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures the console's first page: the JavaScript that it needs, and how soon it can be used, on the platform of this machine. */
export const benchConsole = async ({ basePort, rounds }: Settings): Promise<void> => {
  say(describeMachine());
  const built = await buildWebApp();
  if (built.kind === 'failed') throw new Error(built.output);
  const platform = await startPlatform({ basePort, hosts: 'one', log: 'quiet' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const loads = await measureLoads(browser, { gateway: platform.gateway, rounds });
    const scripts = [...new Set(loads.flatMap((load) => load.scripts))];
    const middle = (what: (load: Load) => number): number => round(median(loads.map(what)));
    say(
      JSON.stringify({
        firstLoadGzipKb: await gzipKilobytes(scripts),
        wholeAppGzipKb: await gzipKilobytes(await allScripts()),
        firstPaintMs: middle(({ firstPaint }) => firstPaint),
        completeMs: middle(({ complete }) => complete),
        interactiveMs: middle(({ interactive }) => interactive),
        blockedMs: middle(({ blocked }) => blocked),
        rounds,
      }),
    );
  } finally {
    await browser.close();
    await platform.stop();
  }
};

/** One tab signs in, then comes back as often as asked, each time without anything in the browser's cache. */
const measureLoads = async (
  browser: Browser,
  { gateway, rounds }: { readonly gateway: string; readonly rounds: number },
): Promise<readonly Load[]> => {
  // What measures is asked by name, which the page's own policy would forbid.
  const page = await browser.newPage({ bypassCSP: true });
  await page.addInitScript({ content: stripTypeScriptTypes(await readFile(WATCH, 'utf8')) });
  await page.goto(gateway);
  await page.getByRole('link', { name: 'Ada Administrator' }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });

  const loads: Load[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const load = await measureLoad(page);
    say(
      `  load ${round}: painted ${padded(load.firstPaint)}, complete ${padded(load.complete)}, interactive ${padded(load.interactive)} ms`,
    );
    loads.push(load);
  }
  return loads;
};

const padded = (ms: number): string => String(round(ms)).padStart(5);

const measureLoad = async (page: Page): Promise<Load> => {
  await page.reload();
  const answer = await page.waitForFunction('globalThis.bulkheadLoad?.()');
  return z.parse(Load, await answer.jsonValue());
};

const allScripts = async (): Promise<readonly string[]> =>
  (await readdir(join(webAppFolder, 'assets'))).filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`);

const gzipKilobytes = async (paths: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(paths.map(async (path) => gzipSync(await readFile(join(webAppFolder, path))).length));
  return round(sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE);
};
