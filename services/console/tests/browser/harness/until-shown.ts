import type { Page } from 'playwright-core';

/** The page has its heading, and nothing on it still loads. */
export const untilShown = async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  // By an element and not by a function: the page's policy lets nobody evaluate one again and again.
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
};
