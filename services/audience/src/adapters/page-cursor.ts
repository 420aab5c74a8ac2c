import { decodeCursor, encodeCursor } from '@bulkhead/lambda-kit';

/** Where a page of a partition begins. The cursor comes from outside, so it says only where inside our partition. */
export const startOf = (
  pk: string,
  cursor: string | undefined,
): { readonly pk: string; readonly sk: string } | undefined => {
  const sk = decodeCursor(cursor)?.['sk'];
  return typeof sk === 'string' && sk !== '' ? { pk, sk } : undefined;
};

/** The cursor after the last item of a page; `undefined` if it was the last page. */
export const cursorAfter = (lastKey: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  lastKey && encodeCursor({ sk: lastKey['sk'] });
