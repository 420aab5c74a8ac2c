import { everything, ofList, type Verdict } from '../domain/consent.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Cause, Clock, ConsentCommands, Consents, Contacts, Lists } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly lists: Pick<Lists, 'find'>;
  readonly consents: Pick<Consents, 'find'>;
  readonly commands: ConsentCommands;
  readonly clock: Clock;
}

interface Wish {
  readonly contactId: string;
  /** Without one every mail is meant. */
  readonly listId?: string | undefined;
  readonly change: 'unsubscribe' | 'resubscribe';
  /** Who of the team says so. */
  readonly member?: string | undefined;
}

export type WishProblem =
  | { readonly kind: 'contact_not_found' }
  | { readonly kind: 'list_not_found' }
  /** The mailbox has spoken: no wish of the team's brings this contact back. */
  | { readonly kind: 'suppressed_for_good'; readonly reason: Verdict['reason'] };

export type RequestConsentChange = (wish: Wish, cause: Cause) => Promise<Result<void, WishProblem>>;

/** Takes note of what a member of the team says for a contact. Done by the queue, which tells the others too. */
export const makeRequestConsentChange =
  (needs: Needs): RequestConsentChange =>
  async (wish, cause) => {
    const problem = await problemOf(needs, wish);
    if (problem !== undefined) return refuse(problem);

    const { contactId, listId, change, member } = wish;
    const scope = listId === undefined ? everything : ofList(listId);
    const about = { contactId, scope, at: needs.clock.now().toISOString() };
    const said =
      change === 'unsubscribe'
        ? ({ ...about, isSuppressed: true, reason: 'unsubscribed' } as const)
        : ({ ...about, isSuppressed: false } as const);
    await needs.commands.change({ said, evidence: { by: 'member', how: 'api', ...(member && { member }) } }, cause);
    return succeed(undefined);
  };

const problemOf = async (
  { contacts, lists, consents }: Needs,
  { contactId, listId, change }: Wish,
): Promise<WishProblem | undefined> => {
  const [known, list, all] = await Promise.all([
    contacts.find([contactId]),
    listId === undefined ? undefined : lists.find(listId),
    consents.find(everything, [contactId]),
  ]);
  if (!known.has(contactId)) return { kind: 'contact_not_found' };
  if (listId !== undefined && list === undefined) return { kind: 'list_not_found' };
  const verdict = all.get(contactId)?.verdict;
  if (change === 'unsubscribe' || verdict === undefined) return undefined;
  return { kind: 'suppressed_for_good', reason: verdict.reason };
};
