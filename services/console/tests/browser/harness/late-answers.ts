import { type Client, eventually } from '@bulkhead/e2e';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

const Shown = z.object({ status: z.string() });

/** The answer to a launch comes when the campaign is no draft any more: whatever the page asks for then has gone on already. */
export const answeredOnceUnderWay = (page: Page, client: Client): Promise<unknown> =>
  page.route('**/launch', async (route) => {
    const answer = await route.fetch();
    const campaign = new URL(route.request().url()).pathname.replace('/launch', '');
    await eventually(
      () => client.call(`GET ${campaign}`, Shown),
      ({ status }) => status !== 'draft',
      { what: 'the campaign to be under way' },
    );
    await route.fulfill({ response: answer });
  });
