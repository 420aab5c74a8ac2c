import * as z from 'zod/mini';

/** What is written, and the version of what it began with: who has saved in between is noticed by it. */
export interface Begun<Values> {
  readonly version: string;
  readonly values: Values;
}

const Stored = z.object({ version: z.string(), values: z.unknown() });

/** Reads what was kept in the tab, with the values as `read` knows them. */
export const readBegun =
  <Values>(read: (stored: unknown) => Values | undefined) =>
  (stored: unknown): Begun<Values> | undefined => {
    const found = z.safeParse(Stored, stored);
    if (!found.success) return undefined;
    const values = read(found.data.values);
    return values === undefined ? undefined : { version: found.data.version, values };
  };

/** What is written now; it stays with the version it began with, though others may save a newer one. */
export const begunAt = <Values>(before: Begun<Values> | undefined, newest: string, values: Values): Begun<Values> => ({
  version: before?.version ?? newest,
  values,
});

/** What is left to save after `sent` has been saved as `version`: nothing, or what was written meanwhile. */
export const afterSaving = <Values>(
  now: Begun<Values> | undefined,
  sent: Values,
  version: string,
): Begun<Values> | undefined =>
  now === undefined || JSON.stringify(now.values) === JSON.stringify(sent)
    ? undefined
    : { version, values: now.values };
