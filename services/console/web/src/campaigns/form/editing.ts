import * as z from 'zod/mini';

import { FormValues, isSame } from './form-values.ts';

/** What is written, and which version of the campaign it began with. */
const Editing = z.object({ version: z.string(), values: FormValues });
export type Editing = z.infer<typeof Editing>;

export const readEditing = (stored: unknown): Editing | undefined => {
  const found = z.safeParse(Editing, stored);
  return found.success ? found.data : undefined;
};

/** What is left to be saved: what was written while `sent` was on its way, as a change of what is saved now. */
export const leftAfter = (draft: Editing | undefined, sent: FormValues, version: string): Editing | undefined =>
  draft === undefined || isSame(draft.values, sent) ? undefined : { version, values: draft.values };
