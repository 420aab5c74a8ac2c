/** Why a mail came back, as a marketer tells reasons apart. */
export type BounceCategory =
  | 'no_such_mailbox'
  | 'domain_dead'
  | 'mailbox_full'
  | 'content_rejected'
  | 'blocked_by_reputation'
  /** SES did not even try: the address is on the account's own list, because of an earlier bounce or complaint. Nothing new has happened. */
  | 'account_suppression'
  | 'too_large'
  | 'temporary'
  | 'unknown';

/** For good, for now, or SES cannot tell. */
export type BounceType = 'permanent' | 'transient' | 'undetermined';

export interface Bounce {
  readonly type: BounceType;
  readonly category: BounceCategory;
}

/** The outcome that a bounce is. One bitmap for each, so that a bounce is one bit, written once, whatever is asked of it later. */
export const bounces = {
  bounced_permanent: { type: 'permanent', category: 'no_such_mailbox' },
  bounced_permanent_domain: { type: 'permanent', category: 'domain_dead' },
  bounced_permanent_full: { type: 'permanent', category: 'mailbox_full' },
  bounced_permanent_content: { type: 'permanent', category: 'content_rejected' },
  bounced_permanent_blocked: { type: 'permanent', category: 'blocked_by_reputation' },
  bounced_permanent_large: { type: 'permanent', category: 'too_large' },
  bounced_permanent_unknown: { type: 'permanent', category: 'unknown' },
  bounced_suppressed: { type: 'permanent', category: 'account_suppression' },
  bounced_transient: { type: 'transient', category: 'temporary' },
  bounced_transient_domain: { type: 'transient', category: 'domain_dead' },
  bounced_transient_full: { type: 'transient', category: 'mailbox_full' },
  bounced_transient_content: { type: 'transient', category: 'content_rejected' },
  bounced_transient_blocked: { type: 'transient', category: 'blocked_by_reputation' },
  bounced_transient_large: { type: 'transient', category: 'too_large' },
  bounced_undetermined: { type: 'undetermined', category: 'unknown' },
} as const satisfies Readonly<Record<string, Bounce>>;
export type BounceKind = keyof typeof bounces;

export const isBounceKind = (kind: string): kind is BounceKind => Object.hasOwn(bounces, kind);

export const bounceKinds: readonly BounceKind[] = Object.keys(bounces).filter(isBounceKind);

/** Where the type and the category do not go together, the type is believed: it decides what becomes of the address. */
const otherwise = {
  permanent: 'bounced_permanent_unknown',
  transient: 'bounced_transient',
  undetermined: 'bounced_undetermined',
} as const satisfies Readonly<Record<BounceType, BounceKind>>;

export const bounceKindOf = ({ type, category }: Bounce): BounceKind =>
  bounceKinds.find((kind) => bounces[kind].type === type && bounces[kind].category === category) ?? otherwise[type];

const kindsWhere = (isWanted: (bounce: Bounce) => boolean): readonly BounceKind[] =>
  bounceKinds.filter((kind) => isWanted(bounces[kind]));

/** Bounces that a sender is judged by. What SES itself holds back harms nobody again. */
export const hardBounceKinds = kindsWhere(
  ({ type, category }) => type === 'permanent' && category !== 'account_suppression',
);
export const softBounceKinds = kindsWhere(({ type }) => type === 'transient');

/** All kinds of a category, for good and for now. */
export const kindsOfCategory = (category: BounceCategory): readonly BounceKind[] =>
  kindsWhere((bounce) => bounce.category === category);

export const bounceCategories: readonly BounceCategory[] = [
  'no_such_mailbox',
  'domain_dead',
  'mailbox_full',
  'content_rejected',
  'blocked_by_reputation',
  'account_suppression',
  'too_large',
  'temporary',
  'unknown',
];
