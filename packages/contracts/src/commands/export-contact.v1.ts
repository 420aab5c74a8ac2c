import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';

/** Find the mailings of a person and ask the others what they hold. Receiver: audience. */
export const ExportContactV1 = defineMessage(
  'export_contact.v1',
  z.object({ exportId: id(), contactId: id(), at: instant() }),
);
export type ExportContactV1 = z.infer<typeof ExportContactV1>;
