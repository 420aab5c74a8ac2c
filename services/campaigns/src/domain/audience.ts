import { type Result, refuse, succeed } from './result.ts';

/** Whom a campaign mails besides the members of its list, and whom of them all it does not. */
export interface Audience {
  /** Lists whose members are mailed too, everybody once. */
  readonly lists?: readonly string[];
  /** Lists whose members are left out. */
  readonly exclude?: readonly string[];
  /** Only members who match one of these segments are mailed. */
  readonly segments?: readonly string[];
  /** Whoever matches one of these segments is left out. */
  readonly excludeSegments?: readonly string[];
}

export interface AudienceProblem {
  readonly kind: 'left_out_and_mailed';
  readonly field: 'audience.exclude' | 'audience.excludeSegments';
  /** The list or segment. */
  readonly id: string;
}

const parts = ['lists', 'exclude', 'segments', 'excludeSegments'] as const;

/** Says everything once, and nothing that goes without saying; `undefined` if nothing is left. */
export const tidyAudience = (listId: string, audience: Audience = {}): Audience | undefined => {
  const told = parts.flatMap((part) => {
    const ids = [...new Set(audience[part] ?? [])].filter((id) => part !== 'lists' || id !== listId);
    return ids.length > 0 ? [[part, ids] as const] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
};

/** Refuses an audience that takes away with one hand what it gives with the other: it would be a slip. */
export const checkAudience = (listId: string, audience: Audience = {}): Result<undefined, AudienceProblem> => {
  const { lists = [], exclude = [], segments = [], excludeSegments = [] } = audience;
  const list = exclude.find((id) => id === listId || lists.includes(id));
  if (list !== undefined) return refuse({ kind: 'left_out_and_mailed', field: 'audience.exclude', id: list });
  const segment = excludeSegments.find((id) => segments.includes(id));
  if (segment === undefined) return succeed(undefined);
  return refuse({ kind: 'left_out_and_mailed', field: 'audience.excludeSegments', id: segment });
};
