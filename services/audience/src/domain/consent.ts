/** How far a consent reaches: every mail, or the mails of one list. */
export type Scope = { readonly kind: 'everything' } | { readonly kind: 'list'; readonly listId: string };

export type SuppressionReason = 'hard_bounce' | 'complaint' | 'unsubscribed' | 'manual';

/** Whether a contact may be mailed within a scope, and since when. */
export type Consent = {
  readonly contactId: string;
  readonly scope: Scope;
  /** An instant. */
  readonly at: string;
} & ({ readonly isSuppressed: true; readonly reason: SuppressionReason } | { readonly isSuppressed: false });

/** Of what happened at the same instant, what protects the contact more is kept. */
const weight: Readonly<Record<SuppressionReason, number>> = {
  unsubscribed: 1,
  manual: 2,
  hard_bounce: 3,
  complaint: 4,
};

const weightOf = (consent: Consent): number => (consent.isSuppressed ? weight[consent.reason] : 0);

/**
 * Decides between what stands and what is said about the same contact and scope: the later fact, whatever the order in
 * which they come. Facts said twice change nothing.
 */
export const whatStands = (known: Consent | undefined, said: Consent): Consent => {
  if (known === undefined || said.at > known.at) return said;
  if (said.at < known.at) return known;
  return weightOf(said) > weightOf(known) ? said : known;
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
