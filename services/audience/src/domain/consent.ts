/** How far a consent reaches: every mail, or the mails of one list. */
export type Scope = { readonly kind: 'everything' } | { readonly kind: 'list'; readonly listId: string };

export type SuppressionReason = 'hard_bounce' | 'complaint' | 'unsubscribed' | 'manual';

interface About {
  readonly contactId: string;
  readonly scope: Scope;
}

/** What is said about whether a contact may be mailed within a scope. */
export type Said = About & {
  /** An instant. */
  readonly at: string;
} & ({ readonly isSuppressed: true; readonly reason: SuppressionReason } | { readonly isSuppressed: false });

/** What the contact has wished last, or the team for it. */
export interface Choice {
  readonly at: string;
  /** `undefined` for one who came back. */
  readonly reason: 'unsubscribed' | 'manual' | undefined;
}

/** What a mailbox has shown. No choice outlives it: who called our mail spam does not come back by leaving first. */
export interface Verdict {
  readonly at: string;
  readonly reason: 'hard_bounce' | 'complaint';
}

/** Whether a contact may be mailed within a scope, and why. */
export type Consent = About & {
  /** When something was said last; an instant. Others take the later word for the valid one. */
  readonly at: string;
  readonly choice?: Choice | undefined;
  readonly verdict?: Verdict | undefined;
  /** Counts the writes; 0 for one that has never been written. */
  readonly revision: number;
} & (
    | { readonly isSuppressed: true; readonly reason: SuppressionReason; readonly since: string }
    | { readonly isSuppressed: false }
  );

type Words = About & Pick<Consent, 'choice' | 'verdict' | 'revision'>;

/** What follows from the words that stand. */
export const consentOf = (words: Words): Consent => {
  const standing = words.verdict ?? words.choice;
  const at = lastOf(words);
  return standing?.reason === undefined
    ? { ...words, at, isSuppressed: false }
    : { ...words, at, isSuppressed: true, reason: standing.reason, since: standing.at };
};

const lastOf = ({ choice, verdict }: Words): string =>
  [choice, verdict]
    .flatMap((word) => word?.at ?? [])
    .toSorted()
    .at(-1) ?? '';

/** Of what happened at the same instant, what protects the contact more is kept. */
const weight: Readonly<Record<SuppressionReason, number>> = {
  unsubscribed: 1,
  manual: 2,
  hard_bounce: 3,
  complaint: 4,
};

const weightOf = ({ reason }: Choice | Verdict): number => (reason === undefined ? 0 : weight[reason]);

/** The later choice, whatever the order in which they come. */
const whichChoice = (known: Choice | undefined, said: Choice): Choice => {
  if (known === undefined || said.at > known.at) return said;
  return said.at === known.at && weightOf(said) > weightOf(known) ? said : known;
};

/** The graver verdict, of two alike the later. */
const whichVerdict = (known: Verdict | undefined, said: Verdict): Verdict => {
  if (known === undefined || weightOf(said) > weightOf(known)) return said;
  return said.reason === known.reason && said.at > known.at ? said : known;
};

const withWord = (words: Words, { at, ...said }: Said): Words => {
  const reason = said.isSuppressed ? said.reason : undefined;
  return reason === 'hard_bounce' || reason === 'complaint'
    ? { ...words, verdict: whichVerdict(words.verdict, { at, reason }) }
    : { ...words, choice: whichChoice(words.choice, { at, reason }) };
};

/**
 * Decides between what stands and what is said about the same contact and scope, whatever the order in which it is told.
 * Words said twice change nothing.
 */
export const whatStands = (known: Consent | undefined, said: Said): Consent => {
  const { contactId, scope } = said;
  if (known === undefined) return consentOf(withWord({ contactId, scope, revision: 0 }, said));

  const { choice, verdict, revision } = known;
  const next = withWord({ contactId, scope, choice, verdict, revision }, said);
  return next.choice === choice && next.verdict === verdict ? known : consentOf(next);
};

export const everything: Scope = { kind: 'everything' };
export const ofList = (listId: string): Scope => ({ kind: 'list', listId });

/** Why a contact is not a recipient, as a marketer counts it. */
export type Exclusion = 'unsubscribed' | 'suppressed';

/** `undefined` for one that is. */
export const exclusionOf = (
  list: SuppressionReason | undefined,
  all: SuppressionReason | undefined,
): Exclusion | undefined => {
  if (all !== undefined && all !== 'unsubscribed') return 'suppressed';
  if (list === 'hard_bounce' || list === 'complaint') return 'suppressed';
  return all === undefined && list === undefined ? undefined : 'unsubscribed';
};

/** The first list by which a member of some may be mailed; or why it may not by any of them. */
export const standingOf = (
  lists: readonly { readonly listId: string; readonly reason: SuppressionReason | undefined }[],
  all: SuppressionReason | undefined,
): { readonly listId: string } | { readonly exclusion: Exclusion } => {
  const exclusions = lists.map(({ listId, reason }) => ({ listId, exclusion: exclusionOf(reason, all) }));
  const mailable = exclusions.find(({ exclusion }) => exclusion === undefined);
  if (mailable !== undefined) return { listId: mailable.listId };
  return { exclusion: exclusions.some(({ exclusion }) => exclusion === 'suppressed') ? 'suppressed' : 'unsubscribed' };
};
