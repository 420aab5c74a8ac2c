import * as z from 'zod/mini';

import { jsonOrUndefined } from './parse.ts';

/** Hides a DynamoDB key in a token that a client hands back for the next page. */
export const encodeCursor = (key: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  key && Buffer.from(JSON.stringify(key)).toString('base64url');

const Key = z.record(z.string(), z.union([z.string(), z.number()]));

/** The key in a cursor, or `undefined` for none and for a broken one. A cursor is outside input: it only ever holds strings and numbers. */
export const decodeCursor = (cursor: string | undefined): Record<string, string | number> | undefined => {
  const key = z.safeParse(Key, jsonOrUndefined(Buffer.from(cursor ?? '', 'base64url').toString()));
  return key.success ? key.data : undefined;
};
