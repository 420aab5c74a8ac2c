import type { ConsentEntry } from './consent-entry.ts';
import type { Contact } from './contact.ts';
import type { ContactEvent } from './contact-event.ts';

/** Something on the timeline of a contact. */
export type Happening =
  | {
      readonly kind: 'joined';
      readonly at: string;
      readonly listId: string;
      /** The import or the form; missing for somebody who was added by hand. */
      readonly by: string | undefined;
    }
  /** Only the last of each is known, and only its day. */
  | { readonly kind: 'opened' | 'clicked'; readonly at: string }
  | { readonly kind: 'consent'; readonly at: string; readonly entry: ConsentEntry }
  | ContactEvent;

/** A happening with its place on the timeline: the later one's mark is the greater text. A day comes before its instants. */
export interface Marked {
  readonly mark: string;
  readonly happening: Happening;
}

export const markOf = (at: string, rest: string): string => `${at}#${rest}`;

/** What the profile of a contact tells. */
export const happeningsOf = ({ lists, joinedBy = {}, lastOpenedAt, lastClickedAt }: Contact): readonly Marked[] => [
  ...Object.entries(lists).map(([listId, at]) => ({
    mark: markOf(at, `joined#${listId}`),
    happening: { kind: 'joined', at, listId, by: joinedBy[listId] } as const,
  })),
  ...engaged('opened', lastOpenedAt),
  ...engaged('clicked', lastClickedAt),
];

const engaged = (kind: 'opened' | 'clicked', day: string | undefined): readonly Marked[] =>
  day === undefined ? [] : [{ mark: markOf(day, kind), happening: { kind, at: day } }];

/** Merges what comes from several sources, the newest first. */
export const newestFirst = (marked: readonly Marked[]): readonly Marked[] =>
  marked.toSorted((one, other) => (one.mark > other.mark ? -1 : 1));
