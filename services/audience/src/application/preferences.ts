import type { Brand } from '../domain/brand.ts';
import { everything, ofList, type Said } from '../domain/consent.ts';
import type { Evidence } from '../domain/consent-entry.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type {
  Cause,
  Clock,
  ConsentCommands,
  Consents,
  Contacts,
  Lists,
  UnsubscribeClaim,
  UnsubscribeTokens,
} from './ports.ts';

interface ShowNeeds {
  readonly tokens: Pick<UnsubscribeTokens, 'verify'>;
  readonly contacts: Pick<Contacts, 'find'>;
  readonly lists: Pick<Lists, 'find'>;
  readonly consents: Pick<Consents, 'find'>;
}

/** What somebody gets, as they see it themselves. */
export interface Preferences {
  readonly claim: UnsubscribeClaim;
  /** Whether they have left everything. */
  readonly hasLeftAll: boolean;
  readonly lists: readonly { readonly listId: string; readonly name: string; readonly isWanted: boolean }[];
  /** Of the list whose mail led here. */
  readonly brand?: Brand | undefined;
}

export type ShowPreferences = (token: string) => Promise<Preferences | undefined>;

/** More than anybody is on. */
const MOST_LISTS = 50;

export const makeShowPreferences =
  ({ tokens, contacts, lists, consents }: ShowNeeds): ShowPreferences =>
  async (token) => {
    const claim = await tokens.verify(token);
    if (claim === undefined) return undefined;
    const { contactId, scope } = claim;
    const isSuppressed = async (within: Said['scope']) =>
      (await consents.find(within, [contactId])).get(contactId)?.isSuppressed ?? false;
    const joined = new Set(Object.keys((await contacts.find([contactId])).get(contactId)?.lists ?? {}));
    const offered = [...(scope.kind === 'list' ? [scope.listId] : []), ...[...joined].toSorted()];
    const ids = new Set(offered.slice(0, MOST_LISTS));
    const known = await Promise.all(
      [...ids].map(async (listId) => ({
        list: await lists.find(listId),
        // Whoever was erased is on no list any more.
        isWanted: joined.has(listId) && !(await isSuppressed(ofList(listId))),
      })),
    );
    const own = known.find(({ list }) => scope.kind === 'list' && list?.listId === scope.listId)?.list;
    return {
      claim,
      ...(own?.brand && { brand: own.brand }),
      hasLeftAll: await isSuppressed(everything),
      lists: known.flatMap(({ list, isWanted }) => (list ? [{ listId: list.listId, name: list.name, isWanted }] : [])),
    };
  };

interface SaveNeeds {
  readonly showPreferences: ShowPreferences;
  readonly commands: ConsentCommands;
  readonly clock: Clock;
}

/** The lists that somebody was shown, and which of them they want from now on; of all others nothing is said. */
export type Choice = 'nothing' | { readonly shown: readonly string[]; readonly wanted: readonly string[] };

export type SavePreferences = (
  token: string,
  wish: { readonly choice: Choice; readonly words: string },
  cause: Cause,
) => Promise<Result<Pick<Preferences, 'brand'>, { readonly kind: 'token_invalid' }>>;

/** Does what somebody says of their own mail. What stays as it is is not said again. */
export const makeSavePreferences =
  ({ showPreferences, commands, clock }: SaveNeeds): SavePreferences =>
  async (token, { choice, words }, cause) => {
    const preferences = await showPreferences(token);
    if (preferences === undefined) return refuse({ kind: 'token_invalid' });

    const { contactId, runId } = preferences.claim;
    const at = clock.now().toISOString();
    const evidence: Evidence = { by: 'contact', how: 'page', runId, words };
    for (const { scope, isWanted } of changesOf(preferences, choice)) {
      const about = { contactId, scope, at };
      const said = isWanted
        ? ({ ...about, isSuppressed: false } as const)
        : ({ ...about, isSuppressed: true, reason: 'unsubscribed' } as const);
      await commands.change({ said, evidence }, cause);
    }
    return succeed(preferences);
  };

interface Change {
  readonly scope: Said['scope'];
  readonly isWanted: boolean;
}

const changesOf = ({ hasLeftAll, lists }: Preferences, choice: Choice): readonly Change[] => {
  if (choice === 'nothing') return hasLeftAll ? [] : [{ scope: everything, isWanted: false }];
  const { shown, wanted } = choice;
  // Whoever opened the page a week ago has not seen what they joined since.
  const seen = lists.filter(({ listId }) => shown.includes(listId));
  const ofLists = seen
    .map(({ listId, isWanted }) => ({ listId, isWanted: wanted.includes(listId), wasWanted: isWanted }))
    .filter(({ isWanted, wasWanted }) => isWanted !== wasWanted)
    .map(({ listId, isWanted }) => ({ scope: ofList(listId), isWanted }));
  // Whoever left everything and asks for a list has come back.
  const isBack = hasLeftAll && seen.some(({ listId }) => wanted.includes(listId));
  return isBack ? [{ scope: everything, isWanted: true }, ...ofLists] : ofLists;
};
