import * as z from 'zod/mini';

import { id } from './primitives.ts';

/** How far a suppression reaches: every mail, or the mails of one list. */
export const suppressionScope = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('everything') }),
    z.object({ kind: z.literal('list'), listId: id() }),
  ]);
