import type { Run } from './run-scene.ts';

export const FATES = ['accepted', 'suppressed', 'refused', 'left', 'unsettled'] as const;
export type Fate = (typeof FATES)[number] | 'waiting';

export interface Portion {
  readonly fate: Fate;
  readonly people: number;
  /** 0 to 100 */
  readonly percent: number;
}

type Counts = Pick<
  Run,
  'recipients' | 'accepted' | 'refused' | 'suppressed' | 'left' | 'unsettled' | 'pending' | 'unsent'
>;

/** Everybody of a run by what has become of them; nobody is left out, and nobody counts twice. */
export const portionsOf = (run: Counts): readonly Portion[] => {
  const waiting = run.pending + (run.unsent ?? 0);
  const counted = [
    ...FATES.map((fate) => ({ fate, people: run[fate] })),
    { fate: 'waiting' as const, people: waiting },
  ];
  const percentOf = (people: number) => (run.recipients === 0 ? 0 : (people / run.recipients) * 100);
  return counted.filter(({ people }) => people > 0).map((one) => ({ ...one, percent: percentOf(one.people) }));
};

/** The share of people who are decided, 0 to 1. */
export const shareDone = ({ recipients, accepted, refused, suppressed, left }: Counts): number =>
  recipients === 0 ? 0 : Math.min(1, (accepted + refused + suppressed + left) / recipients);

export const decided = ({ accepted, refused, suppressed, left }: Counts): number =>
  accepted + refused + suppressed + left;
