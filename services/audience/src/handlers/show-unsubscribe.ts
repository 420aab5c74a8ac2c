import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { UnsubscribeTokens } from '../application/ports.ts';
import { TokenPath } from './shapes.ts';
import { questionPage, unsubscribePage } from './unsubscribe-page.ts';

/** GET and HEAD /api/audience/unsubscribe/{token}: shows a button and changes nothing, because scanners follow links too. */
export const showUnsubscribe = (tokens: Pick<UnsubscribeTokens, 'verify'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      handle: async ({ path: { token }, headers }) => {
        const isOurs = (await tokens.verify(token)) !== undefined;
        const language = headers['accept-language'];
        return isOurs ? questionPage(token, language) : unsubscribePage(400, 'broken', language);
      },
    },
    edge,
  );
