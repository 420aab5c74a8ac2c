import type { SesRule } from './simulated-ses.ts';

/** An account that throttles whatever comes faster than its rate, but for what it saved up in a second. */
export const throttlingAccount = (rate: () => number): SesRule => {
  let saved = rate();
  let last = 0;
  return ({ at }) => {
    saved = Math.min(rate(), saved + ((at - last) / 1_000) * rate());
    last = at;
    if (saved < 1) return { kind: 'throttled' };
    saved -= 1;
    return { kind: 'accepted' };
  };
};
