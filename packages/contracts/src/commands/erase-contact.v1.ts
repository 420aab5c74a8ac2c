import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';

/** Forget a person, but for what keeps them from being mailed again. Receiver: audience. */
export const EraseContactV1 = defineMessage('erase_contact.v1', z.object({ contactId: id(), at: instant() }));
export type EraseContactV1 = z.infer<typeof EraseContactV1>;
