import * as z from 'zod/mini';

const answer = z.nullish(
  z.looseObject({ batchItemFailures: z.nullish(z.array(z.looseObject({ itemIdentifier: z.string() }))) }),
);

/**
 * Reads which messages of a batch a function failed, by Lambda's rules: nothing or an empty list is success
 * of all; an answer that cannot be read, or names a message that was not there, is failure of all.
 */
export const failedIds = (payload: string, ids: readonly string[]): ReadonlySet<string> => {
  const all = new Set(ids);
  const read = z.safeParse(answer, parse(payload));
  if (!read.success) return all;
  const failures = (read.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);

  return failures.every((id) => all.has(id)) ? new Set(failures) : all;
};

const parse = (payload: string): unknown => {
  try {
    return JSON.parse(payload);
  } catch {
    return 'unreadable';
  }
};
