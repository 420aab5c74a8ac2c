import * as z from 'zod/mini';

import { DELIMITERS, ENCODINGS } from './text-format.ts';

const Choice = z.object({
  holds: z.enum(['address', 'field', 'nothing_wanted']),
  field: z.string(),
  type: z.enum(['text', 'number', 'date', 'boolean']),
});

/** What somebody has said of the files of an import so far; kept in the tab until the import begins. */
const Said = z.object({
  /** By the keys of their columns: only those that somebody has chosen themselves. */
  choices: z.record(z.string(), Choice),
  customs: z.exactOptional(
    z.object({
      decimal: z.exactOptional(z.enum(['.', ','])),
      dates: z.exactOptional(z.enum(['day_first', 'month_first'])),
    }),
  ),
  /** The sheets that are not imported. */
  sheetsLeft: z.array(z.string()),
  format: z.object({
    encoding: z.exactOptional(z.enum(ENCODINGS)),
    delimiter: z.exactOptional(z.enum(DELIMITERS)),
  }),
});
export type Said = Readonly<z.infer<typeof Said>>;

export const NOTHING_SAID: Said = { choices: {}, sheetsLeft: [], format: {} };

export const readSaid = (stored: unknown): Said | undefined => {
  const found = z.safeParse(Said, stored);
  return found.success ? found.data : undefined;
};
