/** Instants at which whole requests had reached SES, ascending, in milliseconds. */
export interface Arrivals {
  readonly arrivals: readonly number[];
  readonly throttled: readonly number[];
}

/** A stretch of time, counted from the first mail that SES took, and the rate that could have been used in it. */
interface Window {
  readonly rate: number;
  readonly fromMs: number;
  readonly forMs: number;
}

export interface Figures {
  /** Mails taken, of those that the rate allows. */
  readonly usedShare: number;
  /** Requests throttled, of all requests. */
  readonly throttledShare: number;
  /** Requests in the busiest second, of those that the rate allows in one. */
  readonly busiestSecond: number;
}

const SECOND = 1_000;

/** What reached SES within a window. */
export const figuresOf = ({ arrivals, throttled }: Arrivals, { rate, fromMs, forMs }: Window): Figures => {
  const from =
    Math.min(...[arrivals[0], throttled[0]].flatMap((first) => (first === undefined ? [] : [first]))) + fromMs;
  const inWindow = (instants: readonly number[]) => instants.filter((at) => at >= from && at < from + forMs);
  const [taken, refused] = [inWindow(arrivals), inWindow(throttled)];
  const all = [...taken, ...refused].toSorted((a, b) => a - b);

  return {
    usedShare: taken.length / ((rate * forMs) / SECOND),
    throttledShare: all.length === 0 ? 0 : refused.length / all.length,
    busiestSecond: mostInASecond(all) / rate,
  };
};

const mostInASecond = (instants: readonly number[]): number => {
  let most = 0;
  let first = 0;
  for (const [n, at] of instants.entries()) {
    while ((instants[first] ?? at) <= at - SECOND) first += 1;
    most = Math.max(most, n - first + 1);
  }
  return most;
};
