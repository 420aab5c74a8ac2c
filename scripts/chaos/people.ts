import { makeChance } from './chance.ts';

const PLANS = ['pro', 'free', ''] as const;
/** Below the share of bounces at which a run stops by itself. */
const BOUNCES = 0.01;

/** A list file and everybody in it. */
export interface People {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly addresses: readonly string[];
}

/** Draws a list of people at SES's own simulator, one in a hundred with a mailbox that bounces. Other seeds draw other people. */
export const makePeople = (count: number, seed: number): People => {
  const chance = makeChance(seed);
  const addresses = Array.from(
    { length: count },
    (_, n) => `${chance.share() < BOUNCES ? 'bounce' : 'success'}+${seed}-${n}@simulator.amazonses.com`,
  );
  const rows = addresses.map(
    (address, n) => `${address},사람 ${n},서울,${PLANS[chance.between(0, 2)] ?? ''},${chance.between(0, 9_999)}`,
  );

  return {
    fileName: 'people.csv',
    bytes: Buffer.from(['email,name,city,plan,points', ...rows].join('\r\n')),
    addresses,
  };
};
