import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ShowConfirmation } from '../../application/forms/confirm.ts';
import { TokenPath } from '../shapes.ts';
import { brokenLinkPage, confirmationPage } from './confirmation-page.ts';

/** GET and HEAD /api/audience/confirmations/{token}: asks, and changes nothing, because scanners follow links too. */
export const showConfirmation = (show: ShowConfirmation, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      handle: async ({ path: { token }, headers }) => {
        const question = await show(token);
        return question === undefined ? brokenLinkPage(headers['accept-language']) : confirmationPage(question);
      },
    },
    edge,
  );
