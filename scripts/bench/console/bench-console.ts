import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium } from 'playwright-core';

import { findChromium } from '../../lib/chromium.ts';
import { startPlatform } from '../../lib/platform.ts';
import { buildWebApp } from '../../lib/web-app.ts';
import { webAppFolder } from '../../lib/workspace.ts';
import { describeMachine, median, round } from '../dispatch/figures.ts';
import { type Load, measureLoads } from './measure-loads.ts';

interface Settings {
  readonly basePort: number;
  readonly rounds: number;
}

const KILOBYTE = 1_000;
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
    const loads = await measureLoads(browser, { gateway: platform.gateway, rounds, say });
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

const allScripts = async (): Promise<readonly string[]> =>
  (await readdir(join(webAppFolder, 'assets'))).filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`);

const gzipKilobytes = async (paths: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(paths.map(async (path) => gzipSync(await readFile(join(webAppFolder, path))).length));
  return round(sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE);
};
