import type { AttributeType } from './attribute.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readTruth } from './read-truth.ts';
import type { Customs } from './value-problem.ts';

/** What a column seems to hold, and what has to be said of how it is written. */
export interface TypeGuess extends Customs {
  readonly type: AttributeType;
}

/** A number to calculate with begins with no zero and no plus: those are telephones and codes. */
const CODE = /^(?:\+|0\d)/;
/** Of this and the last century; any other eight digits are a number. */
const EIGHT_DIGITS = /^(?:19|20)\d{6}$/;

/** Guesses what a column holds from the beginning of it. Somebody decides: whatever looks like no type in particular is text. */
export const guessType = (texts: readonly string[]): TypeGuess => {
  if (texts.length === 0) return { type: 'text' };
  return guessTruth(texts) ?? guessDate(texts) ?? guessNumber(texts) ?? { type: 'text' };
};

const guessTruth = (texts: readonly string[]): TypeGuess | undefined =>
  texts.every((text) => readTruth(text).ok) && !texts.every((text) => text === '0' || text === '1')
    ? { type: 'boolean' }
    : undefined;

const guessDate = (texts: readonly string[]): TypeGuess | undefined => {
  if (texts.some((text) => /^\d+$/.test(text) && !EIGHT_DIGITS.test(text))) return undefined;
  const reads = (customs: Customs) => texts.every((text) => readDate(text, customs).ok);
  if (reads({})) return { type: 'date' };
  const orders = (['day_first', 'month_first'] as const).filter((dates) => reads({ dates }));
  if (orders.length === 0) return undefined;
  const [dates] = orders;
  return orders.length === 1 ? { type: 'date', dates } : { type: 'date' };
};

const guessNumber = (texts: readonly string[]): TypeGuess | undefined => {
  if (texts.some((text) => CODE.test(text))) return undefined;
  const reads = (customs: Customs) => texts.every((text) => readNumber(text, customs).ok);
  if (reads({ decimal: '.' })) return { type: 'number' };
  return reads({ decimal: ',' }) ? { type: 'number', decimal: ',' } : undefined;
};
