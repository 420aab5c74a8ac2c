import type { Run } from './run.ts';
import type { Tally } from './tally.ts';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** What runs are compared by: of the mails that went out, or of those that arrived. */
export const rateNames = [
  'delivered',
  'bounced',
  'hardBounced',
  'rejected',
  'complained',
  'openedByPeople',
  'clickedByPeople',
] as const satisfies readonly (keyof Tally)[];
export type RateName = (typeof rateNames)[number];

const ofArrived = new Set<RateName>(['complained', 'openedByPeople', 'clickedByPeople']);

/**
 * The shares of a run. A stage that publishes no Send or Delivery events does not know how many went out or arrived; then it is what
 * dispatch counted, or what went out. Mails to SES's simulator went out, and are in no rate. Nobody is among the few without being among the many: events come in any order.
 */
export const sharesOf = ({ end }: Pick<Run, 'end'>, sums: Tally): ReadonlyMap<RateName, Share> => {
  const wentOut = Math.max(0, (sums.sent || (end?.accepted ?? 0)) - sums.simulated);
  const arrived = sums.delivered || wentOut;
  return new Map(
    rateNames.map((name) => {
      const count = sums[name];
      return [name, { count, of: Math.max(count, ofArrived.has(name) ? arrived : wentOut) }];
    }),
  );
};

/** 99 %: several rates are compared at once, and one of them differs by chance sooner or later. */
const Z = 2.576;

/** Between which shares the true one lies, Wilson's interval: right for few mails and for rare things, too. */
const intervalOf = ({ count, of }: Share): readonly [number, number] => {
  const share = count / of;
  const shrink = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / shrink;
  const reach = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [Math.min(share, middle - reach), Math.max(share, middle + reach)];
};

/** By how much one share is larger than another, and between which differences the true one lies. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly isWithinChance: boolean;
}

/** Newcombe's interval for the difference of two shares; undefined if one is of nothing. */
export const differenceOf = (one: Share, other: Share): Difference | undefined => {
  if (one.of === 0 || other.of === 0) return undefined;
  const [share, against] = [one.count / one.of, other.count / other.of];
  const [[low, high], [lowOther, highOther]] = [intervalOf(one), intervalOf(other)];
  const difference = share - against;
  const lowest = difference - Math.hypot(share - low, highOther - against);
  const highest = difference + Math.hypot(high - share, against - lowOther);
  return { difference, low: lowest, high: highest, isWithinChance: lowest <= 0 && highest >= 0 };
};
