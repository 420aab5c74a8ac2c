import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, s3Uri } from '../primitives.ts';

/** Somebody has asked for a list in a form, and is to confirm it by the link in a mail. Producer: audience. */
export const ContactConfirmationRequestedV1 = defineMessage(
  'contact.confirmation_requested.v1',
  z.object({
    confirmationId: id(),
    /** A ConfirmationMailV1: mail and address, which therefore stay out of the message. */
    mail: s3Uri(),
  }),
);
export type ContactConfirmationRequestedV1 = z.infer<typeof ContactConfirmationRequestedV1>;
