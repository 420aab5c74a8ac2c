import { type Happening, happeningsOf, newestFirst } from '../../domain/timeline.ts';
import type { Contacts, Page, PageRequest } from '../ports.ts';
import type { KeptHappenings } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly happenings: KeptHappenings;
}

/** The cursor is the mark of the last happening seen. `undefined` for somebody of whom nothing is known at all. */
export type GetTimeline = (contactId: string, request: PageRequest) => Promise<Page<Happening> | undefined>;

/** What is known to have happened to a contact, newest first; also to one who is no contact any more. */
export const makeGetTimeline =
  ({ contacts, happenings }: Needs): GetTimeline =>
  async (contactId, { limit, cursor }) => {
    const [known, kept] = await Promise.all([
      contacts.find([contactId]),
      happenings.before(contactId, { limit: limit + 1, mark: cursor }),
    ]);
    const contact = known.get(contactId);
    if (contact === undefined && kept.length === 0 && cursor === undefined) return undefined;

    const told = contact === undefined ? [] : happeningsOf(contact);
    const rest = newestFirst([...told, ...kept]).filter(({ mark }) => cursor === undefined || mark < cursor);
    const shown = rest.slice(0, limit);
    const items = shown.map(({ happening }) => happening);
    return { items, ...(rest.length > limit && { cursor: shown.at(-1)?.mark }) };
  };
