/** How many mails in a row must come back, and over how many days, until an address is taken for given up. */
export interface SoftBounceRule {
  readonly inARow: number;
  readonly overDays: number;
}

/** A run that included somebody, as far as is known: nothing came back unless it says so. */
export interface Mailing {
  readonly runId: string;
  /** The first that was heard of it. */
  readonly at: string;
  /** When its mail came back because of the mailbox. */
  readonly softAt?: string | undefined;
  /** It came back for what the mail or its sender is: that says nothing of the mailbox, neither good nor bad. */
  readonly isOther?: true | undefined;
}

/** In the order of their instants. */
export type Mailings = readonly Mailing[];

/** A mail that came back, though not for good. */
export interface SoftBounce {
  readonly runId: string;
  readonly at: string;
  readonly isOfMailbox: boolean;
}

/** More than any rule looks at. */
export const MOST_MAILINGS = 20;

const DAY_MS = 86_400_000;

/** Reasons that lie with the mailbox. Later versions may know more reasons; those count as none of these. */
const ofMailbox = new Set(['mailbox_full', 'domain_dead', 'no_such_mailbox', 'temporary']);

/** Whether a bounce tells that a mailbox is out of reach. One that nobody gave a reason for does. */
export const isOfMailbox = (category: string | undefined): boolean => category === undefined || ofMailbox.has(category);

export const withMailing = (known: Mailings, mailing: Pick<Mailing, 'runId' | 'at'>): Mailings =>
  merged(known, mailing);

export const withBounce = (known: Mailings, { runId, at, isOfMailbox: isSoft }: SoftBounce): Mailings =>
  merged(known, isSoft ? { runId, at, softAt: at } : { runId, at, isOther: true });

/** What is said of the same run is brought together: in whatever order, and however often. */
const merged = (known: Mailings, said: Mailing): Mailings => {
  const before = known.find(({ runId }) => runId === said.runId);
  const both = before === undefined ? said : together(before, said);
  if (before !== undefined && isSame(before, both)) return known;
  const others = known.filter(({ runId }) => runId !== said.runId);
  return inOrder([...others, both]).slice(-MOST_MAILINGS);
};

export const inOrder = (mailings: Mailings): Mailings =>
  mailings.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));

const orderOf = ({ at, runId }: Mailing): string => `${at}#${runId}`;

const together = (one: Mailing, other: Mailing): Mailing => {
  const softAt = earlier(one.softAt, other.softAt);
  const isOther = one.isOther ?? other.isOther;
  return {
    runId: one.runId,
    at: one.at < other.at ? one.at : other.at,
    ...(softAt !== undefined && { softAt }),
    ...(isOther && { isOther }),
  };
};

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const isSame = (one: Mailing, other: Mailing): boolean =>
  one.at === other.at && one.softAt === other.softAt && one.isOther === other.isOther;

/** A row of mails that came back. */
export interface Row {
  readonly bounces: number;
  /** When the last of them came back. */
  readonly at: string;
}

/** The first row that is long enough. A mail that did not come back ends a row; one that came back for another reason does not. */
export const rowOf = (mailings: Mailings, { inARow, overDays }: SoftBounceRule): Row | undefined => {
  let row: readonly string[] = [];
  for (const { softAt, isOther } of mailings) {
    if (softAt !== undefined) row = [...row, softAt].toSorted();
    else if (isOther !== true) row = [];
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || row.length < inARow) continue;
    if (Date.parse(last) - Date.parse(first) >= overDays * DAY_MS) return { bounces: row.length, at: last };
  }
  return undefined;
};

/** SES gives up after half a day; what has not come back after three has arrived. */
const SETTLED_MS = 3 * DAY_MS;

/** Whether nothing is left of a row: the last mail has not come back. Then nothing need be remembered. */
export const isForgiven = (mailings: Mailings, now: Date): boolean => {
  const last = mailings.at(-1);
  if (last === undefined || last.softAt !== undefined || last.isOther === true) return false;
  return now.getTime() - Date.parse(last.at) >= SETTLED_MS;
};
