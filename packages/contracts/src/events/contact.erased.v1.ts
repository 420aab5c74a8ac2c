import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';

/** A person asked to be forgotten: whoever holds anything of theirs removes it, and mails them no more. Producer: audience. */
export const ContactErasedV1 = defineMessage('contact.erased.v1', z.object({ contactId: id(), at: instant() }));
export type ContactErasedV1 = z.infer<typeof ContactErasedV1>;
