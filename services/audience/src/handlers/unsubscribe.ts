import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Saying, Unsubscribe } from '../application/unsubscribe.ts';
import { readForm } from './public-page.ts';
import { TokenPath } from './shapes.ts';
import { unsubscribePage, wordsOfPage } from './unsubscribe-page.ts';

const LARGEST_FORM_BYTES = 8_192;

/**
 * POST /api/audience/unsubscribe/{token}: RFC 8058 one-click from a mail program, or the button of our page, which sends
 * the same. A post that does not say so is no wish of anybody and gets the page with the button.
 */
export const unsubscribe = (unsubscribeBearer: Unsubscribe, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      maxBodyBytes: LARGEST_FORM_BYTES,
      handle: async ({ path: { token }, headers, rawBody, correlationId, requestId }) => {
        const language = headers['accept-language'];
        const saying = await sayingOf(rawBody, headers['content-type']);
        if (saying === undefined) return unsubscribePage(400, 'ask', language);
        const outcome = await unsubscribeBearer(token, saying, { correlationId, causationId: requestId });
        return outcome.ok ? unsubscribePage(200, 'done', language) : unsubscribePage(400, 'broken', language);
      },
    },
    edge,
  );

/** The form of our page says which words it had. */
const sayingOf = async (body: string, contentType: string | undefined): Promise<Saying | undefined> => {
  const form = await readForm(body, contentType);
  if (form?.get('List-Unsubscribe') !== 'One-Click') return undefined;
  const words = wordsOfPage(form.get('page'));
  return words === undefined ? { how: 'one_click' } : { how: 'page', words };
};
