import type { AttributeType } from './attribute.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readTruth } from './read-truth.ts';
import type { Customs } from './value-problem.ts';

/** What a column seems to hold, and what has to be said of how it is written. */
export interface TypeGuess extends Customs {
  readonly type: AttributeType;
  /** How many of the values are none of this type: their rows would be rejected. */
  readonly odd?: number | undefined;
}

interface Candidate extends Customs {
  readonly type: AttributeType;
  readonly odd: number;
}

/** Beyond this share of odd values a column is text. */
const MOST_ODD = 0.02;
/** A number to calculate with begins with no zero and no plus: those are telephones and codes. */
const CODE = /^(?:\+|0\d)/;
/** Of this and the last century; any other eight digits are a number. */
const EIGHT_DIGITS = /^(?:19|20)\d{6}$/;

/**
 * Guesses what a column holds from the beginning of it: the type that reads the most of it, if it reads nearly all. Somebody decides:
 * whatever looks like no type in particular is text.
 */
export const guessType = (texts: readonly string[]): TypeGuess => {
  const candidates = [...asTruth(texts), ...asDate(texts), ...asNumber(texts)].filter(
    ({ odd }) => odd <= texts.length * MOST_ODD && odd < texts.length,
  );
  const best = leastOdd(candidates);
  if (best === undefined) return { type: 'text' };
  const { odd, ...guess } = best;
  return odd === 0 ? guess : { ...guess, odd };
};

/** The first of those that leave the fewest. */
const leastOdd = <Some extends { readonly odd: number }>(candidates: readonly Some[]): Some | undefined =>
  candidates.toSorted((one, other) => one.odd - other.odd)[0];

const countOdd = (texts: readonly string[], reads: (text: string) => boolean): number =>
  texts.reduce((odd, text) => (reads(text) ? odd : odd + 1), 0);

const asTruth = (texts: readonly string[]): readonly Candidate[] => {
  const readable = texts.filter((text) => readTruth(text).ok);
  const isNumeric = readable.every((text) => text === '0' || text === '1');
  return isNumeric ? [] : [{ type: 'boolean', odd: texts.length - readable.length }];
};

const asDate = (texts: readonly string[]): readonly Candidate[] => {
  const reading = (customs: Customs): Candidate => ({
    type: 'date',
    ...customs,
    odd: countOdd(texts, (text) => mayBeDate(text) && readDate(text, customs).ok),
  });
  const undecided = reading({});
  const [dayFirst, monthFirst] = [reading({ dates: 'day_first' }), reading({ dates: 'month_first' })];
  // Nothing tells the day from the month: somebody must.
  if (dayFirst.odd === monthFirst.odd) return [{ type: 'date', odd: dayFirst.odd }];
  return [undecided, dayFirst, monthFirst];
};

const mayBeDate = (text: string): boolean => !/^\d+$/.test(text) || EIGHT_DIGITS.test(text);

const asNumber = (texts: readonly string[]): readonly Candidate[] => {
  if (texts.some((text) => CODE.test(text))) return [];
  const reading = (decimal: '.' | ',') => countOdd(texts, (text) => readNumber(text, { decimal }).ok);
  return [
    { type: 'number', odd: reading('.') },
    { type: 'number', decimal: ',', odd: reading(',') },
  ];
};
