import * as z from 'zod/mini';

/** Somebody who is being written down; kept in the tab until they are added. */
const NewPerson = z.object({ address: z.string(), fields: z.record(z.string(), z.string()) });
export type NewPerson = Readonly<z.infer<typeof NewPerson>>;

export const NOBODY_YET: NewPerson = { address: '', fields: {} };

export const readPerson = (stored: unknown): NewPerson | undefined => {
  const found = z.safeParse(NewPerson, stored);
  return found.success ? found.data : undefined;
};
