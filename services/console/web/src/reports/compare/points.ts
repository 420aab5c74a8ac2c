/** A difference of shares in percentage points, three digits that matter, with its sign. */
export const points = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).format(share * 100);

/** Whether more of it is good news: more deliveries are, more bounces are not. */
const WANTED: ReadonlySet<string> = new Set(['delivered', 'openedByPeople', 'clickedByPeople']);

export type Verdict = 'within' | 'better' | 'worse';

export const verdictOf = (rate: string, difference: number, isWithinChance: boolean): Verdict => {
  if (isWithinChance) return 'within';
  return difference > 0 === WANTED.has(rate) ? 'better' : 'worse';
};
