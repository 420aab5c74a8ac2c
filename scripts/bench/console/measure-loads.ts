import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';

import { round } from '../dispatch/figures.ts';

/** Runs in the page, before anything of the page does. */
const WATCH = new URL('./page/watch-the-load.ts', import.meta.url);

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
export type Load = z.infer<typeof Load>;

/** A load that takes longer is broken; whoever runs this on a busy machine wants figures all the same. */
const PATIENCE_MS = 120_000;

interface Measuring {
  readonly gateway: string;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** One tab signs in, then comes back as often as asked, each time without anything in the browser's cache. */
export const measureLoads = async (browser: Browser, { gateway, rounds, say }: Measuring): Promise<readonly Load[]> => {
  // What measures is asked by name, which the page's own policy would forbid.
  const page = await browser.newPage({ bypassCSP: true });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript({ content: stripTypeScriptTypes(await readFile(WATCH, 'utf8')) });
  await page.goto(gateway);
  await page.getByRole('link', { name: 'Ada Administrator' }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });

  const loads: Load[] = [];
  for (let n = 1; n <= rounds; n += 1) {
    const load = await measureLoad(page);
    say(
      `  load ${n}: painted ${padded(load.firstPaint)}, complete ${padded(load.complete)}, interactive ${padded(load.interactive)} ms`,
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
