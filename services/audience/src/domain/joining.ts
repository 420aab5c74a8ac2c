import { sameEntries } from './same-entries.ts';

/** The lists that somebody has been put on. */
export interface Joining {
  /** Since when. Whether the contact may be mailed is not here: that is consent. */
  readonly lists: Readonly<Record<string, string>>;
  /** The import or the form that has put it there; of those that were put there by hand nothing is kept. */
  readonly joinedBy?: Readonly<Record<string, string>> | undefined;
}

interface Occasion {
  readonly listId: string;
  /** An instant. */
  readonly at: string;
  /** The import or the form. */
  readonly by?: string | undefined;
}

/** Who is put on a list more than once is on it since the first time, in whatever order that is told. */
export const join = ({ lists, joinedBy }: Joining, occasion: Occasion): Joining => {
  const { listId, at, by } = occasion;
  const since = lists[listId];
  const isFirst = since === undefined || isEarlier(occasion, { listId, at: since, by: joinedBy?.[listId] });
  if (!isFirst) return { lists, joinedBy };
  return { lists: { ...lists, [listId]: at }, joinedBy: withCause(joinedBy, listId, by) };
};

/** Of what happened at the same instant none is earlier, but everybody has to choose the same. */
const isEarlier = (one: Occasion, other: Occasion): boolean =>
  one.at === other.at ? (one.by ?? '') < (other.by ?? '') : one.at < other.at;

const withCause = (known: Joining['joinedBy'] = {}, listId: string, by: string | undefined): Joining['joinedBy'] => {
  const others = Object.entries(known).filter(([other]) => other !== listId);
  const all = by === undefined ? others : [...others, [listId, by] as const];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};

export const isSameJoining = (one: Joining, other: Joining): boolean =>
  sameEntries(one.lists, other.lists) && sameEntries(one.joinedBy ?? {}, other.joinedBy ?? {});
