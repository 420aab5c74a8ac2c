import { id } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Sender } from '../domain/sender.ts';
import type { SenderNamed } from '../domain/sender-profile.ts';
import { Origin, TestBody } from './shapes.ts';

/** Who it comes from is either a sender who is set up, or said here. */
export const TemplateTestBody = z.strictObject({
  recipients: TestBody.shape.recipients,
  senderId: z.optional(id()),
  from: z.optional(Origin),
});

/** Nothing where it is not clear who sends it. */
export const testSenderOf = ({
  from,
  senderId,
}: Pick<z.infer<typeof TemplateTestBody>, 'from' | 'senderId'>): Sender | SenderNamed | undefined => {
  if (senderId !== undefined) return from ? undefined : { senderId };
  return from && { address: from.address, ...(from.name !== undefined && { name: from.name }) };
};
