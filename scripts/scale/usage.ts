import { type Metered, prices } from './prices.ts';

/** How much of everything that has a price is used; what is missing is not used. */
export type Usage = Readonly<Partial<Record<Metered, number>>>;

const isMetered = (name: string): name is Metered => name in prices;
const metered: readonly Metered[] = Object.keys(prices).filter(isMetered);

export const addUsage = (usages: readonly Usage[]): Usage =>
  combine((name) => total(usages.map((one) => one[name] ?? 0)));

export const timesUsage = (usage: Usage, factor: number): Usage => combine((name) => (usage[name] ?? 0) * factor);

/** What is left to pay for when some of it is free. */
export const beyond = (usage: Usage, free: Usage): Usage =>
  combine((name) => Math.max(0, (usage[name] ?? 0) - (free[name] ?? 0)));

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const combine = (amountOf: (name: Metered) => number): Usage =>
  Object.fromEntries(metered.map((name) => [name, amountOf(name)]));
