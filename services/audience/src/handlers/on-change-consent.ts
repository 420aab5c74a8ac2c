import { ChangeConsentV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { ChangeConsent } from '../application/change-consent.ts';

/** Somebody left or came back → it is recorded, and everybody is told. */
export const onChangeConsent = (changeConsent: ChangeConsent, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: ChangeConsentV1,
      handle: async (command) => {
        const { contactId, scope, change, reason, at, evidence } = command.data;
        const about = { contactId, scope, at: new Date(at).toISOString() };
        const said =
          change === 'suppress'
            ? ({ ...about, isSuppressed: true, reason } as const)
            : ({ ...about, isSuppressed: false } as const);
        await changeConsent({ said, ...(evidence && { evidence }) }, causedBy(command));
      },
    },
    edge,
  );
