import { type Check, fine, warning } from './check.ts';

/** What SES grants the account. */
export interface Quota {
  readonly perSecond: number;
  /** Missing without a limit. */
  readonly max24Hours?: number;
  readonly left24Hours?: number;
}

export interface Estimate {
  readonly recipients: number;
  readonly seconds: number;
  readonly days: number;
  readonly costUsd: number;
  readonly startsAt: Date;
}

/** What new accounts may send: then only to addresses that are verified. */
const SANDBOX_MAILS = 200;
const DAY_SECONDS = 86_400;
/** What SES asks for a thousand mails, everywhere; files and IP addresses of one's own are not in it. */
const USD_PER_THOUSAND = 0.1;

const counted = new Intl.NumberFormat('en');

const daysFor = (recipients: number, { max24Hours, left24Hours = max24Hours }: Quota): number => {
  if (max24Hours === undefined || left24Hours === undefined || recipients <= left24Hours) return 1;
  return 1 + Math.ceil((recipients - left24Hours) / Math.max(1, max24Hours));
};

/** Mails that are out before the last day begins. */
const mailsBefore = (days: number, { max24Hours = 0, left24Hours = max24Hours }: Quota): number =>
  days === 1 ? 0 : left24Hours + (days - 2) * max24Hours;

/** How long so many mails take at best, and what they cost. */
export const estimate = (recipients: number, quota: Quota, startsAt: Date): Estimate => {
  const days = daysFor(recipients, quota);
  const last = recipients - mailsBefore(days, quota);
  const seconds = (days - 1) * DAY_SECONDS + Math.ceil(last / Math.max(quota.perSecond, 0.001));
  const costUsd = Math.round((recipients / 1_000) * USD_PER_THOUSAND * 100) / 100;
  return { recipients, seconds, days, costUsd, startsAt };
};

/** Whether the account may send so many mails at once. */
export const checkQuota = (quota: Quota | undefined, recipients: number | undefined): Check => {
  const id = 'quota';
  if (quota === undefined) {
    return warning({ id, found: 'unknown', title: 'SES could not be asked about the quota.', advice: 'Look again.' });
  }
  const { max24Hours, left24Hours = max24Hours } = quota;
  const data = { ...quota, ...(recipients !== undefined && { recipients, days: daysFor(recipients, quota) }) };
  if (max24Hours === undefined || left24Hours === undefined) {
    return fine({ id, found: 'unlimited', title: 'The account has no limit a day.', data });
  }
  if (max24Hours <= SANDBOX_MAILS) {
    return warning({
      id,
      found: 'sandbox',
      title: `The account may send ${counted.format(max24Hours)} mails a day: it is in the SES sandbox, and reaches verified addresses only.`,
      advice: 'Ask for production access in the SES console.',
      data,
    });
  }
  const title = `${counted.format(left24Hours)} of ${counted.format(max24Hours)} mails are left of these 24 hours.`;
  if (left24Hours < Math.max(1, recipients ?? 1)) {
    const days =
      recipients === undefined ? '' : ` ${counted.format(recipients)} take ${daysFor(recipients, quota)} days.`;
    return warning({
      id,
      found: 'too_small',
      title: `${title}${days}`,
      advice: 'The run waits and goes on by itself. Ask AWS for a larger quota if that takes too long.',
      data,
    });
  }
  return fine({ id, found: 'enough', title, data });
};
