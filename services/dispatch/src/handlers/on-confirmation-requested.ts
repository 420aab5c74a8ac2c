import { ContactConfirmationRequestedV1 } from '@bulkhead/contracts';
import { type QueueEdge, RetryableError, sqsHandler } from '@bulkhead/lambda-kit';

import type { SendSmall } from '../application/small-sends/send-small.ts';

/** confirmation requested → one mail. */
export const onConfirmationRequested = (sendConfirmation: SendSmall, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: ContactConfirmationRequestedV1,
      handle: async ({ data: { confirmationId, mail } }) => {
        if ((await sendConfirmation({ id: confirmationId, uri: mail })) === 'finished') return;
        const details = { confirmationId };
        throw new RetryableError({ code: 'confirmation_not_taken', message: 'SES takes no mail now', details });
      },
    },
    edge,
  );
