import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ShowConfirmation } from '../../application/forms/confirm.ts';
import { brokenLinkPage, confirmationPage } from './confirmation-page.ts';

/** GET and HEAD /api/audience/confirmations/{token}: asks, and changes nothing, because scanners follow links too. */
export const showConfirmation = (show: ShowConfirmation, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: z.object({ token: z.string() }),
      handle: async ({ path: { token }, headers }) => {
        const question = await show(token);
        return question === undefined ? brokenLinkPage(headers['accept-language']) : confirmationPage(question);
      },
    },
    edge,
  );
