import { everything, ofList } from '../domain/consent.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
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
  readonly history: Pick<ConsentHistory, 'remove'>;
  readonly erasures: Pick<Erasures, 'add'>;
  readonly announcements: ErasureAnnouncements;
}

export type EraseContact = (contactId: string, at: string, cause: Cause) => Promise<void>;

/**
 * Forgets a contact. First it is noted that it may never be mailed again, and told; the profile, which says where the
 * rest lies, goes last. So whoever dies in between is followed by the same message, which ends it.
 */
export const makeEraseContact =
  ({ contacts, members, consents, history, erasures, announcements }: Needs): EraseContact =>
  async (contactId, at, cause) => {
    await erasures.add(contactId, at);
    await announcements.contactErased(contactId, at, cause);

    const known = (await contacts.find([contactId])).get(contactId);
    const lists = Object.keys(known?.lists ?? {});
    for (const listId of lists) await members.remove(listId, contactId);
    for (const scope of [everything, ...lists.map(ofList)]) await consents.remove(scope, contactId);
    await history.remove(contactId);
    await contacts.remove(contactId);
  };
