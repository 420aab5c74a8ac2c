export type Standing = 'good' | 'watch' | 'bad';

const CLOSE = 0.6;

/** How a rate stands against the line at which SES reviews an account: close to it from 60 % of it on. */
export const standingOf = ({ rate, review }: { readonly rate: number; readonly review: number }): Standing => {
  if (rate >= review) return 'bad';
  return rate >= review * CLOSE ? 'watch' : 'good';
};
