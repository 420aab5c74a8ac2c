import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';
import { suppressionScope } from '../suppression-scope.ts';

/** A contact may be mailed again. Producer: audience. */
export const ContactReinstatedV1 = defineMessage(
  'contact.reinstated.v1',
  z.object({
    contactId: id(),
    scope: suppressionScope(),
    at: instant(),
  }),
);
export type ContactReinstatedV1 = z.infer<typeof ContactReinstatedV1>;
