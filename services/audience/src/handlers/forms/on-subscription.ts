import { ConfirmSubscriptionV1, causedBy, TakeSubmissionV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ConfirmSubscription } from '../../application/forms/confirm.ts';
import type { TakeSubmission } from '../../application/forms/take-submission.ts';

interface UseCases {
  readonly takeSubmission: TakeSubmission;
  readonly confirmSubscription: ConfirmSubscription;
}

/** Something came through a form → the mailbox is asked. It was confirmed → the contact is on the list. */
export const onSubscription = ({ takeSubmission, confirmSubscription }: UseCases, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.discriminatedUnion('type', [TakeSubmissionV1, ConfirmSubscriptionV1]),
      handle: async (command) => {
        const cause = causedBy(command);
        const { confirmationId } = command.data;
        if (command.type === 'confirm_subscription.v1') {
          return confirmSubscription(confirmationId, new Date(command.data.at).toISOString(), cause);
        }
        const taken = await takeSubmission(confirmationId, cause);
        edge.log.info('submission_taken', { confirmationId, taken });
      },
    },
    edge,
  );
