import { ChangeConsentV1, causedBy, EraseContactV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ChangeConsent } from '../application/change-consent.ts';
import type { EraseContact } from '../application/erase-contact.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';

interface UseCases {
  readonly changeConsent: ChangeConsent;
  readonly eraseContact: EraseContact;
}

/** Somebody left, came back or wants to be forgotten → it is recorded, and everybody is told. */
export const onChangeConsent = ({ changeConsent, eraseContact }: UseCases, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.discriminatedUnion('type', [ChangeConsentV1, EraseContactV1]),
      handle: async (command) => {
        const cause = causedBy(command);
        if (command.type === 'change_consent.v1') return changeConsent(entryOf(command.data), cause);
        const { contactId, at } = command.data;
        await eraseContact(contactId, new Date(at).toISOString(), cause);
      },
    },
    edge,
  );

const entryOf = ({ contactId, scope, change, reason, at, evidence }: ChangeConsentV1['data']): ConsentEntry => {
  const about = { contactId, scope, at: new Date(at).toISOString() };
  const said =
    change === 'suppress'
      ? ({ ...about, isSuppressed: true, reason } as const)
      : ({ ...about, isSuppressed: false } as const);
  return { said, ...(evidence && { evidence }) };
};
