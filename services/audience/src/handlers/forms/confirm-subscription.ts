import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestSubscription, ShowConfirmation } from '../../application/forms/confirm.ts';
import { readForm } from '../public-page.ts';
import { TokenPath } from '../shapes.ts';
import { brokenLinkPage, confirmationPage, confirmedPage } from './confirmation-page.ts';

const LARGEST_FORM_BYTES = 8_192;

interface Asked {
  readonly showConfirmation: ShowConfirmation;
  readonly requestSubscription: RequestSubscription;
}

/** POST /api/audience/confirmations/{token}: the button of our page. Whatever else is posted is nobody's wish, and is asked again. */
export const confirmSubscription = ({ showConfirmation, requestSubscription }: Asked, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      maxBodyBytes: LARGEST_FORM_BYTES,
      handle: async ({ path: { token }, headers, rawBody, correlationId, requestId }) => {
        const broken = () => brokenLinkPage(headers['accept-language']);
        const form = await readForm(rawBody, headers['content-type']);
        if (form?.get('confirm') !== 'yes') {
          const question = await showConfirmation(token);
          return question === undefined ? broken() : { ...confirmationPage(question), status: 400 };
        }
        const outcome = await requestSubscription(token, { correlationId, causationId: requestId });
        return outcome.ok ? confirmedPage(outcome.value) : broken();
      },
    },
    edge,
  );
