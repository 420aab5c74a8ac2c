import { id } from '@bulkhead/contracts';
import { decodeCursor, type HttpAnswer, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

export const RunPath = z.object({ runId: id() });

/** `?limit=`, a whole number from 1 to `max`. */
export const limitUpTo = (max: number, otherwise: number) =>
  z._default(z.pipe(WholeNumber, z.number().check(z.minimum(1), z.maximum(max))), otherwise);

const WholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, 'must be a whole number')),
  z.transform((digits: string) => Number(digits)),
);

/** `?cursor=`, as an earlier page gave it out. */
export const cursor = () => z.optional(z.string().check(z.maxLength(512)));

/** Opens a cursor. A cursor is outside input like any other. */
export const openCursor = <Mark extends z.ZodMiniType>(
  mark: Mark,
  given: string | undefined,
): { readonly ok: true; readonly after: z.infer<Mark> | undefined } | { readonly ok: false } => {
  if (given === undefined) return { ok: true, after: undefined };
  const opened = z.safeParse(mark, decodeCursor(given));
  return opened.success ? { ok: true, after: opened.data } : { ok: false };
};

export const cursorUnreadable = (): HttpAnswer =>
  problem({
    status: 400,
    code: 'cursor_unreadable',
    detail: 'The cursor is not one of ours. Use `cursor` of the page before as it is, or begin without one.',
    errors: [{ field: 'cursor', rule: 'must come from the page before' }],
  });
