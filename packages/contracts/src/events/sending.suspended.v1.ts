import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text } from '../primitives.ts';

/** SES takes no mail of this run until a person acts. Producer: dispatch. */
export const SendingSuspendedV1 = defineMessage(
  'sending.suspended.v1',
  z.object({
    runId: id(),
    /** `provider_failing`: SES left too many requests without an answer. */
    reason: z.enum([
      'sending_paused',
      'access_denied',
      'sender_not_verified',
      'configuration_missing',
      'provider_failing',
    ]),
    /** What SES said, without addresses. */
    message: text(500),
  }),
);
export type SendingSuspendedV1 = z.infer<typeof SendingSuspendedV1>;
