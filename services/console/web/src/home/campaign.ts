import type { components } from '../api/campaigns.d.ts';
import { isOverdue } from '../common/campaign/is-overdue.ts';

export type Campaign = components['schemas']['Campaign'];
export type Run = components['schemas']['Run'];

/** What the page asks for where nobody chooses. */
export const MOST_SHOWN = 5;

const A_MONTH_MS = 30 * 86_400_000;

/** Campaigns that hold wait until a person decides, however long. */
export const held = (open: readonly Campaign[]): readonly Campaign[] => open.filter(({ status }) => status === 'held');

export const sending = (open: readonly Campaign[]): readonly Campaign[] =>
  open.filter(({ status }) => status === 'sending');

/** Campaigns that somebody may still want to retry. Those that failed longer ago have been left as they are. */
export const failedLately = <One extends Pick<Campaign, 'status' | 'endedAt'>>(
  campaigns: readonly One[],
  now: Date,
): readonly One[] =>
  campaigns.filter(
    ({ status, endedAt }) =>
      status === 'failed' && endedAt !== undefined && now.getTime() - Date.parse(endedAt) < A_MONTH_MS,
  );

/** Campaigns that were to go out and have not. */
export const overdue = <One extends Pick<Campaign, 'sendAt'>>(scheduled: readonly One[], now: Date): readonly One[] =>
  scheduled.filter((one) => isOverdue(one, now));

/** Whether it may be said that nothing waits: not before everything has been heard that this person may know. */
export const isQuiet = (asked: readonly { readonly isKnown: boolean; readonly count: number }[]): boolean =>
  asked.every(({ isKnown, count }) => isKnown && count === 0);

type Done = Pick<Run, 'accepted' | 'refused' | 'suppressed' | 'left' | 'recipients'>;

/** How much of a run is decided, 0 to 100; 0 while nobody knows how many there are. */
export const percentDone = ({ accepted, refused, suppressed, left, recipients }: Done): number =>
  recipients === 0 ? 0 : Math.min(100, ((accepted + refused + suppressed + left) / recipients) * 100);
