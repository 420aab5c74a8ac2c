import { encodeCursor, openCursor } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const Mark = z.object({ sk: z.string().check(z.minLength(1)) });

/** Where a page of a partition begins. The cursor comes from outside, so it says only where inside our partition. */
export const startOf = (
  pk: string,
  cursor: string | undefined,
): { readonly pk: string; readonly sk: string } | undefined => {
  const start = openCursor(Mark, cursor);
  return start && { pk, sk: start.sk };
};

/** The cursor after the last item of a page; `undefined` if it was the last page. */
export const cursorAfter = (lastKey: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  lastKey && encodeCursor({ sk: lastKey['sk'] });
