import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, signIn } from '@bulkhead/e2e';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { findChromium } from '../../../../../scripts/lib/chromium.ts';
import { type Platform, startPlatform } from '../../../../../scripts/lib/platform.ts';
import { root } from '../../../../../scripts/lib/workspace.ts';

/** The people whom the local issuer knows, by what they may do. */
const PEOPLE = {
  viewer: 'Vera Viewer',
  author: 'Arthur Author',
  sender: 'Sena Sender',
  administrator: 'Ada Administrator',
} as const;

type Role = keyof typeof PEOPLE;

interface Look {
  readonly language?: 'en' | 'ko';
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export interface Visit {
  readonly page: Page;
  /** What the page complained of since it was asked last: errors nobody caught, and whatever its Content-Security-Policy refused. */
  readonly complaints: () => readonly string[];
}

/** A whole platform of its own with the built console, and a browser to use it with. */
export interface ConsoleUnderTest {
  readonly gateway: string;
  readonly browser: Browser;
  /** The HTTP APIs, as an administrator. */
  readonly client: Client;
  /** Signs in at the issuer as one of its people, as anybody would, and ends at `path`. */
  visit: (role: Role, path: string, look?: Look) => Promise<Visit>;
  stop: () => Promise<void>;
}

/** Generous, because it is not a measurement: what a function lost to its time-out comes again after two minutes. */
const PATIENCE_MS = 200_000;

export const givenConsole = async (basePort: number): Promise<ConsoleUnderTest> => {
  const platform = await startPlatform({ basePort, hosts: 'one', log: 'quiet' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const client = new Client({ gateway: platform.gateway, token: await signIn(platform.issuer) });
  return {
    gateway: platform.gateway,
    browser,
    client,
    visit: (role, path, look = {}) => visit({ browser, platform }, { role, path, look }),
    stop: async () => {
      await browser.close();
      await platform.stop();
    },
  };
};

interface Running {
  readonly browser: Browser;
  readonly platform: Platform;
}

const visit = async (
  { browser, platform }: Running,
  { role, path, look }: { readonly role: Role; readonly path: string; readonly look: Look },
): Promise<Visit> => {
  const context = await openContext(browser, look);
  const page = await context.newPage();
  const complaints = listenTo(page);
  await page.goto(`${platform.gateway}${path}`);
  await page.getByRole('link', { name: PEOPLE[role] }).click();
  // The issuer's page has a main part, too.
  await page.locator('main#content').waitFor();
  return { page, complaints };
};

const openContext = async (browser: Browser, look: Look): Promise<BrowserContext> => {
  const { language = 'en', scheme = 'light', width = 1_440, height = 900 } = look;
  const context = await browser.newContext({
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Seoul',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
};

const listenTo = (page: Page): (() => readonly string[]) => {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) heard.push(message.text());
  });
  return () => heard.splice(0);
};

const PICTURES = join(root, '.local', 'screenshots');

/** Keeps a picture of the whole page for whoever looks at CI's output. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};
