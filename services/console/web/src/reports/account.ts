import type { Report } from './model.ts';

type TermName = 'accepted' | 'refused' | 'suppressed' | 'left' | 'unsent';

/** Whether everybody in the snapshot of a run is accounted for, for words in any language. */
export type Account =
  | { readonly kind: 'under_way'; readonly sent: number }
  | {
      readonly kind: 'ended';
      readonly isWhole: boolean;
      readonly recipients: number;
      readonly terms: readonly { readonly name: TermName; readonly count: number }[];
      /** In none of the sums; less than nothing if somebody is in two. */
      readonly missing: number;
      /** What SES has told of the mails that it accepted. */
      readonly events: 'none' | 'all' | 'late' | 'doubt_went_out' | 'more';
      readonly sent: number;
      readonly accepted: number;
    };

type Reconciled = Pick<
  Report,
  'recipients' | 'accepted' | 'refused' | 'suppressed' | 'left' | 'unsent' | 'sent' | 'reconciliation'
>;

export const accountOf = (report: Reconciled): Account => {
  const { recipients, accepted = 0, refused = 0, suppressed = 0, left = 0, unsent = 0, sent, reconciliation } = report;
  if (recipients === undefined) return { kind: 'under_way', sent };
  const all = { accepted, refused, suppressed, left, unsent };
  const terms = (['accepted', 'refused', 'suppressed', 'left', 'unsent'] as const).map((name) => ({
    name,
    count: all[name],
  }));
  return {
    kind: 'ended',
    isWhole: reconciliation.isWhole,
    recipients,
    terms: terms.filter(({ name, count }) => count > 0 || name !== 'left'),
    missing: reconciliation.missing.recipients,
    events: eventsOf({ accepted, left, sent, missing: reconciliation.missing.sendEvents }),
    sent,
    accepted,
  };
};

interface Told {
  readonly accepted: number;
  readonly left: number;
  readonly sent: number;
  readonly missing: number;
}

/** A stage that has no Send events published misses none of them. */
const eventsOf = ({ accepted, left, sent, missing }: Told): Extract<Account, { kind: 'ended' }>['events'] => {
  if (sent === accepted) return 'all';
  if (sent === 0 && missing === 0) return 'none';
  if (sent < accepted) return 'late';
  return sent > accepted + left ? 'more' : 'doubt_went_out';
};
