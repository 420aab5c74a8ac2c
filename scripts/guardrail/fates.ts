import { makeChance } from '../chaos/chance.ts';

/** What may go wrong with mails, how often, and how long it takes to be heard of. */
export interface Trouble {
  readonly kind: 'hardBounced' | 'complained';
  /** Of all recipients. */
  readonly share: number;
  readonly medianSeconds: number;
  /** Of a log-normal distribution: at 1.5, one in twenty takes twelve times as long as the median. */
  readonly sigma: number;
}

/** Some bounces come much later: the mailbox provider did not answer at first. */
const LATE_SHARE = 0.05;
const LATE_FACTOR = 100;

/** For each second of sending, which mails come to harm and when that is heard of. */
export interface Fates {
  /** Among so many mails sent at once: after how many seconds each harm is heard of. */
  harms(mails: number): readonly number[];
}

export const makeFates = (seed: number, { share, medianSeconds, sigma }: Trouble): Fates => {
  const chance = makeChance(seed);
  const some = () => 1 - chance.share();
  /** How many mails go well before the next that does not. */
  const stride = () => Math.floor(Math.log(some()) / Math.log1p(-share));
  const normal = () => Math.sqrt(-2 * Math.log(some())) * Math.cos(2 * Math.PI * chance.share());
  const delay = () => {
    const usual = medianSeconds * Math.exp(sigma * normal());
    return chance.share() < LATE_SHARE ? usual * LATE_FACTOR : usual;
  };
  let well = stride();

  return {
    harms: (mails) => {
      const delays: number[] = [];
      for (; well < mails; well += 1 + stride()) delays.push(delay());
      well -= mails;
      return delays;
    },
  };
};

/** Sent events and deliveries are told of in so many seconds; one in fifty takes longer than anybody waits. */
export const SENT_AFTER_S = 2;
export const DELIVERED_AFTER_S = 4;
export const DELIVERED_SOON = 0.98;
