import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

const Answer = z.object({ status: z.number(), type: z.optional(z.string()) });

/** Asks as the page itself does, with the token of whoever is signed in there: as if a disabled button could be pressed. */
export const forced = async (page: Page, route: string, body?: unknown): Promise<z.infer<typeof Answer>> => {
  const [method, path] = route.split(' ');
  const asked = JSON.stringify({ method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const answer: unknown = await page.evaluate(`(async () => {
    const user = Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user:'));
    const { access_token } = JSON.parse(sessionStorage.getItem(user));
    const headers = { authorization: 'Bearer ' + access_token, 'content-type': 'application/json' };
    const response = await fetch(${JSON.stringify(path)}, { ...${asked}, headers });
    const { type } = await response.json();
    return { status: response.status, type };
  })()`);
  return z.parse(Answer, answer);
};
