import { type Bounce, type BounceCategory, type BounceKind, bounceKindOf } from './bounce.ts';

/** What SES says of a bounce, and what the other mail server said to SES. */
export interface ToldBounce {
  readonly type: Bounce['type'];
  /** SES's own word for the reason. */
  readonly subType: string;
  /** RFC 3463, such as 5.1.1; empty where nobody said. */
  readonly status: string;
  /** A sentence of the other server; empty where there is none. */
  readonly diagnostic: string;
}

/**
 * SES's own words. `Suppressed` is SES's list of addresses that bounced for whoever wrote to them: it counts for the sender's rate like a
 * fresh bounce, unlike the account's own list.
 * @see https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
const bySubType: ReadonlyMap<string, BounceCategory> = new Map([
  ['Suppressed', 'no_such_mailbox'],
  ['OnAccountSuppressionList', 'account_suppression'],
  ['UnsubscribedRecipient', 'account_suppression'],
  ['MailboxFull', 'mailbox_full'],
  ['MessageTooLarge', 'too_large'],
  ['ContentRejected', 'content_rejected'],
  ['AttachmentRejected', 'content_rejected'],
  ['CustomTimeoutExceeded', 'temporary'],
]);

interface Rule {
  readonly category: BounceCategory;
  /** Matches what the other server said. */
  readonly said: RegExp;
}

/** Words of mail servers; the first that fits counts. What is said of a mailbox comes last: refusals often quote the address, too. */
const byWords: readonly Rule[] = [
  {
    category: 'mailbox_full',
    said: /(?:mailbox|inbox|account|user).{0,20}\bfull\b|quota|out of storage|insufficient storage/,
  },
  { category: 'too_large', said: /too (?:large|big)|exceeds? .{0,30}size|size limit/ },
  {
    category: 'content_rejected',
    said: /virus|malware|attachment|\bcontent\b|detected as spam|classified as spam|spam message/,
  },
  {
    category: 'blocked_by_reputation',
    said: /reputation|black ?list|block ?list|\bblocked\b|spamhaus|spamcop|barracuda|\brbl\b|dnsbl|unsolicited|dmarc|\bspf\b|dkim|unauthenticated|rate limit|too many (?:messages|connections)/,
  },
  {
    category: 'domain_dead',
    said: /(?:domain|host)(?: name)? (?:does not exist|not found|unknown)|unknown (?:domain|host)|nxdomain|\bno mx\b|null mx|unrouteable|does not accept mail/,
  },
  {
    category: 'no_such_mailbox',
    said: /(?:user|recipient|mailbox|account|address).{0,20}(?:unknown|not found|not exist|invalid|disabled|inactive|no longer|unavailable)|(?:unknown|no such|invalid|nonexistent) (?:user|recipient|mailbox|account|address)|does ?n[o']t have an? .{0,20}account|recipientnotfound/,
  },
];

/** RFC 3463: the class is what SES has made its type of, the rest says why. */
const byStatus: readonly Rule[] = [
  { category: 'mailbox_full', said: /^[45]\.2\.2$/ },
  { category: 'too_large', said: /^[45]\.(?:2\.3|3\.4)$/ },
  { category: 'domain_dead', said: /^[45]\.(?:1\.2|4\.4)$/ },
  { category: 'no_such_mailbox', said: /^5\.(?:1\.(?:0|1|3|6|10)|2\.1|4\.1)$/ },
  { category: 'content_rejected', said: /^[45]\.6\.\d+$/ },
  { category: 'blocked_by_reputation', said: /^[45]\.7\.\d+$/ },
  { category: 'temporary', said: /^4\.\d+\.\d+$/ },
];

const first = (rules: readonly Rule[], text: string): BounceCategory | undefined =>
  rules.find(({ said }) => said.test(text))?.category;

/** As long as the longest answer of a mail server that says anything. */
const LONGEST = 1_000;

/** The reason of a bounce. Rules are data above; a test holds samples of what servers say. */
export const categoryOf = ({ subType, status, diagnostic }: ToldBounce): BounceCategory =>
  bySubType.get(subType) ??
  first(byWords, diagnostic.slice(0, LONGEST).toLowerCase()) ??
  first(byStatus, status || statusIn(diagnostic)) ??
  'unknown';

const statusIn = (diagnostic: string): string => /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0] ?? '';

export const readBounce = (told: ToldBounce): BounceKind =>
  bounceKindOf({ type: told.type, category: categoryOf(told) });
