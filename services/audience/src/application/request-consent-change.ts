import { everything, ofList } from '../domain/consent.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Cause, Clock, ConsentCommands, Contacts } from './ports.ts';

interface Needs {
  readonly contacts: Contacts;
  readonly commands: ConsentCommands;
  readonly clock: Clock;
}

interface Wish {
  readonly contactId: string;
  /** Without one every mail is meant. */
  readonly listId?: string | undefined;
  readonly change: 'unsubscribe' | 'resubscribe';
}

export type RequestConsentChange = (
  wish: Wish,
  cause: Cause,
) => Promise<Result<void, { readonly kind: 'contact_not_found' }>>;

/** Takes note of what a member of the team says for a contact. Done by the queue, which tells the others too. */
export const makeRequestConsentChange =
  ({ contacts, commands, clock }: Needs): RequestConsentChange =>
  async ({ contactId, listId, change }, cause) => {
    const known = await contacts.find([contactId]);
    if (!known.has(contactId)) return refuse({ kind: 'contact_not_found' });

    const scope = listId === undefined ? everything : ofList(listId);
    const about = { contactId, scope, at: clock.now().toISOString() };
    await commands.change(
      change === 'unsubscribe'
        ? { ...about, isSuppressed: true, reason: 'unsubscribed' }
        : { ...about, isSuppressed: false },
      cause,
    );
    return succeed(undefined);
  };
