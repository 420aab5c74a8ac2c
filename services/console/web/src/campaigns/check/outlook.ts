/** What SES asks for a thousand mails, without files and IP addresses of one's own. */
const SES_PER_THOUSAND = 0.1;
/** What Bulkhead's own part of AWS comes to for a thousand mails, all events told (docs/scale.md, the upper figure). */
const OURS_PER_THOUSAND = 0.00224;

export interface Quota {
  /** Mails a second that are given out now, to all runs together. */
  readonly currentSendRate: number;
  /** -1 without a limit. */
  readonly max24HourSend: number;
  readonly left24Hours: number;
}

/** What it takes to send to so many people. */
export interface Outlook {
  readonly recipients: number;
  readonly sesUsd: number;
  readonly oursUsd: number;
  /** At the rate of now, if nothing else is sent; missing where nobody knows the rate. */
  readonly seconds?: number;
  /** How many times the quota of a day is needed. */
  readonly days: number;
}

const DAY_SECONDS = 86_400;

const daysFor = (recipients: number, { max24HourSend, left24Hours }: Quota): number => {
  if (max24HourSend < 0 || recipients <= left24Hours) return 1;
  return 1 + Math.ceil((recipients - left24Hours) / Math.max(1, max24HourSend));
};

/** What is sent on the last of several days. */
const lastDay = (recipients: number, days: number, { max24HourSend, left24Hours }: Quota): number =>
  days === 1 ? recipients : recipients - left24Hours - (days - 2) * max24HourSend;

export const outlookFor = (recipients: number, quota: Quota | undefined): Outlook => {
  const thousands = recipients / 1_000;
  const cost = { sesUsd: thousands * SES_PER_THOUSAND, oursUsd: thousands * OURS_PER_THOUSAND };
  if (quota === undefined || quota.currentSendRate <= 0) return { recipients, ...cost, days: 1 };

  const days = daysFor(recipients, quota);
  const seconds = (days - 1) * DAY_SECONDS + Math.ceil(lastDay(recipients, days, quota) / quota.currentSendRate);
  return { recipients, ...cost, seconds, days };
};
