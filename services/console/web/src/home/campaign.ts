import type { components } from '../api/campaigns.d.ts';

export type Campaign = components['schemas']['Campaign'];
export type Run = components['schemas']['Run'];

const MOST_SHOWN = 5;

/** Campaigns that stand still until a person decides. */
export const waitingForSomebody = (campaigns: readonly Campaign[]): readonly Campaign[] =>
  campaigns.filter(({ status }) => status === 'held' || status === 'failed');

/** Whether it may be said that nothing waits: not before everything has been heard that this person may know. */
export const isQuiet = (
  waiting: number,
  others: readonly { readonly isKnown: boolean; readonly count: number }[],
): boolean => waiting === 0 && others.every(({ isKnown, count }) => isKnown && count === 0);

export const underWay = (campaigns: readonly Campaign[]): readonly Campaign[] =>
  campaigns.filter(({ status }) => status === 'sending').slice(0, MOST_SHOWN);

export const latest = (campaigns: readonly Campaign[]): readonly Campaign[] => campaigns.slice(0, MOST_SHOWN);

type Done = Pick<Run, 'accepted' | 'refused' | 'suppressed' | 'left' | 'recipients'>;

/** How much of a run is decided, 0 to 100; 0 while nobody knows how many there are. */
export const percentDone = ({ accepted, refused, suppressed, left, recipients }: Done): number =>
  recipients === 0 ? 0 : Math.min(100, ((accepted + refused + suppressed + left) / recipients) * 100);
