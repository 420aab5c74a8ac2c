import { ApiError } from '../errors.ts';

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly nextToken?: string;
}

const DEFAULT_PAGE = 100;

const readToken = (token: string): number => {
  const position = Number(/^after:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1]);
  if (Number.isInteger(position)) return position;
  throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
};

/**
 * Cuts one page out of a list. The token names the last entry seen by its number, not its place,
 * so that entries which appear between two pages shift nothing.
 */
export const pageOf = <Entry>(
  all: readonly Entry[],
  { maxResults = 0, nextToken }: PageRequest,
  numberOf: (entry: Entry) => number,
): Page<Entry> => {
  const size = maxResults === 0 ? DEFAULT_PAGE : maxResults;
  const last = nextToken === undefined ? undefined : readToken(nextToken);
  const from = last === undefined ? 0 : all.findIndex((entry) => numberOf(entry) === last) + 1;
  const entries = all.slice(from, from + size);
  const end = entries.at(-1);

  if (end === undefined || from + size >= all.length) return { entries };
  return { entries, nextToken: Buffer.from(`after:${numberOf(end)}`).toString('base64url') };
};
