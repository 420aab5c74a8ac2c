import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';

/** Put on a list who has confirmed to want it. Only the first confirmation of a submission counts. Receiver: audience. */
export const ConfirmSubscriptionV1 = defineMessage(
  'confirm_subscription.v1',
  z.object({
    confirmationId: id(),
    /** When the button was pressed. */
    at: instant(),
  }),
);
export type ConfirmSubscriptionV1 = z.infer<typeof ConfirmSubscriptionV1>;
