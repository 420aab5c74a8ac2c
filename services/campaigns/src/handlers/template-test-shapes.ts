import { id, text } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Sender } from '../domain/sender.ts';
import type { SenderNamed } from '../domain/sender-profile.ts';
import { TestBody } from './shapes.ts';

/** Who it comes from is either a sender who is set up, or said here. */
export const TemplateTestBody = z.strictObject({
  recipients: TestBody.shape.recipients,
  senderId: z.optional(id()),
  from: z.optional(
    z.object({ name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))), address: text(320) }),
  ),
});

/** Nothing where it is not clear who sends it. */
export const testSenderOf = ({
  from,
  senderId,
}: Pick<z.infer<typeof TemplateTestBody>, 'from' | 'senderId'>): Sender | SenderNamed | undefined => {
  if (senderId !== undefined) return from ? undefined : { senderId };
  return from && { address: from.address, ...(from.name !== undefined && { name: from.name }) };
};
