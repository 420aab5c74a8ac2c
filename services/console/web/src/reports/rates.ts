import type { Report } from './model.ts';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly rate: number;
}

type Counted = Pick<
  Report,
  | 'sent'
  | 'accepted'
  | 'simulated'
  | 'delivered'
  | 'bounced'
  | 'hardBounced'
  | 'complained'
  | 'openedByPeople'
  | 'clickedByPeople'
>;

const shareOf = (count: number, many: number): Share => {
  const of = Math.max(count, many);
  return { count, of, rate: of > 0 ? count / of : 0 };
};

/**
 * The rates of a report as feedback reckons them when it compares runs: of the mails that went out, or of those that arrived. Mails to
 * SES's simulator are in none. Nobody is among the few without being among the many: events come in any order.
 */
export const ratesOf = (report: Counted) => {
  const wentOut = Math.max(0, (report.sent || (report.accepted ?? 0)) - report.simulated);
  const arrived = report.delivered || wentOut;
  return {
    delivered: shareOf(report.delivered, wentOut),
    bounced: shareOf(report.bounced, wentOut),
    hardBounced: shareOf(report.hardBounced, wentOut),
    complained: shareOf(report.complained, arrived),
    opened: shareOf(report.openedByPeople, arrived),
    clicked: shareOf(report.clickedByPeople, arrived),
  };
};
