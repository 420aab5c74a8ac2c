import * as z from 'zod/mini';

import { issueOf, jsonOrUndefined } from './parse.ts';
import { type HttpAnswer, problem } from './problem.ts';
import { say } from './words/kit-sentences.ts';

/** Hides a DynamoDB key in a token that a client hands back for the next page. */
export const encodeCursor = (key: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  key && Buffer.from(JSON.stringify(key)).toString('base64url');

const Key = z.record(z.string(), z.union([z.string(), z.number()]));

/** The key in a cursor, or `undefined` for none and for a broken one. A cursor is outside input: it only ever holds strings and numbers. */
export const decodeCursor = (cursor: string | undefined): Record<string, string | number> | undefined => {
  const key = z.safeParse(Key, jsonOrUndefined(Buffer.from(cursor ?? '', 'base64url').toString()));
  return key.success ? key.data : undefined;
};

/** Somebody has handed back a cursor that no page gave out. {@link httpHandler} answers it as 400 `cursor_unreadable`. */
export class CursorUnreadable extends Error {
  override readonly name = 'CursorUnreadable';
}

/**
 * The place that a cursor points to, or `undefined` for none: the list begins.
 * @throws {@link CursorUnreadable} when it is not one of ours. Beginning again would let a client read page one for ever.
 * @example
 * const after = openCursor(z.object({ sk: z.string() }), query.cursor);
 */
export const openCursor = <Mark extends z.ZodMiniType>(
  mark: Mark,
  cursor: string | undefined,
): z.infer<Mark> | undefined => {
  if (cursor === undefined) return undefined;
  const opened = z.safeParse(mark, decodeCursor(cursor));
  if (!opened.success) throw new CursorUnreadable('The cursor is not one of ours.');
  return opened.data;
};

export const cursorUnreadable = (): HttpAnswer =>
  problem({
    status: 400,
    ...say('cursor_unreadable'),
    errors: [issueOf('cursor', say('not_from_page_before'))],
  });
