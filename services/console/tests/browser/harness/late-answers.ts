import type { Page } from 'playwright-core';

/** The answer to a launch comes when the page has heard of it by itself, and has no dialog any more that waits for the answer. */
export const answeredOnceUnderWay = (page: Page): Promise<unknown> =>
  page.route('**/launch', async (route) => {
    const answer = await route.fetch();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await route.fulfill({ response: answer });
  });
