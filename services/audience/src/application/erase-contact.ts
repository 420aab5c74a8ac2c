import { everything, ofList, type Scope } from '../domain/consent.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Submissions } from './forms/ports.ts';
import type {
  Cause,
  Clock,
  ConsentHistory,
  Consents,
  Contacts,
  ErasureAnnouncements,
  ErasureCommands,
  Erasures,
  Members,
} from './ports.ts';
import type { SoftBounces } from './soft-bounces/ports.ts';
import type { ContactEvents } from './timeline/ports.ts';

interface AskNeeds {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly commands: ErasureCommands;
  readonly clock: Clock;
}

export type RequestErasure = (
  contactId: string,
  cause: Cause,
) => Promise<Result<void, { readonly kind: 'contact_not_found' }>>;

/** Takes note that a contact is to be forgotten. Done by the queue, which tells the others too. */
export const makeRequestErasure =
  ({ contacts, commands, clock }: AskNeeds): RequestErasure =>
  async (contactId, cause) => {
    if (!(await contacts.find([contactId])).has(contactId)) return refuse({ kind: 'contact_not_found' });
    await commands.erase(contactId, clock.now().toISOString(), cause);
    return succeed(undefined);
  };

interface Needs {
  readonly contacts: Pick<Contacts, 'find' | 'remove'>;
  readonly members: Pick<Members, 'remove'>;
  readonly consents: Pick<Consents, 'remove'>;
  readonly history: Pick<ConsentHistory, 'page' | 'remove'>;
  readonly events: Pick<ContactEvents, 'remove'>;
  readonly submissions: Pick<Submissions, 'removeOf'>;
  readonly softBounces: Pick<SoftBounces, 'remove'>;
  readonly erasures: Pick<Erasures, 'add'>;
  readonly announcements: ErasureAnnouncements;
}

export type EraseContact = (contactId: string, at: string, cause: Cause) => Promise<void>;

/**
 * Forgets a contact. First it is noted that it may never be mailed again, and told; the history and the profile, which say where
 * the rest lies, go last. So whoever dies in between is followed by the same message, which ends it.
 */
export const makeEraseContact =
  ({
    contacts,
    members,
    consents,
    history,
    events,
    submissions,
    softBounces,
    erasures,
    announcements,
  }: Needs): EraseContact =>
  async (contactId, at, cause) => {
    // An old message that comes again forgets nobody who has confirmed since that they want our mail.
    if (!(await erasures.add(contactId, at))) return;
    await announcements.contactErased(contactId, at, cause);

    const known = (await contacts.find([contactId])).get(contactId);
    const lists = Object.keys(known?.lists ?? {});
    for (const listId of lists) await members.remove(listId, contactId);
    const spokenOf = await scopesSpokenOf(history, contactId);
    for (const scope of [everything, ...lists.map(ofList), ...spokenOf]) await consents.remove(scope, contactId);
    await submissions.removeOf(contactId);
    await history.remove(contactId);
    const joinedMeanwhile = await contacts.remove(contactId);
    // An import may have put them on a list since. Who does so from now on finds that nobody is there any more.
    for (const listId of new Set([...lists, ...joinedMeanwhile])) await members.remove(listId, contactId);
    // After the profile, so that nobody can edit it any more, and no bounce is written down.
    await events.remove(contactId);
    await softBounces.remove(contactId);
  };

const PAGE = 100;

/** People may leave lists that they were never on. */
const scopesSpokenOf = async (history: Needs['history'], contactId: string): Promise<readonly Scope[]> => {
  const scopes = new Map<string, Scope>();
  let cursor: string | undefined;
  do {
    const page = await history.page(contactId, { limit: PAGE, cursor });
    for (const { said } of page.items) {
      if (said.scope.kind === 'list') scopes.set(said.scope.listId, said.scope);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return [...scopes.values()];
};
