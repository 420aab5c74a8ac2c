import { type Result, refuse, succeed } from './result.ts';
import type { Customs, ValueProblem } from './value-problem.ts';

/** A number keeps so many digits exactly; so does Excel. */
const MOST_DIGITS = 15;
const LONGEST = 64;
const PLAIN = /^-?(?:0|[1-9]\d{0,14})$/;
const WITH_POINT = /^[+-]?(?:\d+|\d{1,3}([, '’])\d{3}(?:\1\d{3})*)?(?:\.\d*)?(?:e[+-]?\d{1,2})?$/i;
const WITH_COMMA = /^[+-]?(?:\d+|\d{1,3}([. '’])\d{3}(?:\1\d{3})*)?(?:,\d*)?$/;

/**
 * Reads a number, `1,234.50` as well as `1.234,5`. Where both readings are possible, as in `1,234`, commas part thousands and
 * a point stands before the decimals, unless somebody says that it is the other way round.
 */
export const readNumber = (text: string, { decimal }: Customs = {}): Result<string, ValueProblem> => {
  if (PLAIN.test(text)) return text === '-0' ? succeed('0') : succeed(text);
  if (text.length > LONGEST) return refuse('number_malformed');
  const plain = text
    .normalize('NFKC')
    .replace(/^[−‒–]/u, '-')
    .replaceAll(/\s/g, ' ')
    .trim();
  const spelled = spelledOut(plain, decimal);
  return spelled === undefined || !/^[^e]*\d/i.test(spelled) ? refuse('number_malformed') : canonical(spelled);
};

/** The number as programs spell it. */
const spelledOut = (text: string, decimal: Customs['decimal']): string | undefined => {
  const asPoint = decimal !== ',' && WITH_POINT.test(text) ? text.replaceAll(/[, '’]/g, '') : undefined;
  if (asPoint !== undefined || decimal === '.') return asPoint;
  return WITH_COMMA.test(text) ? text.replaceAll(/[. '’]/g, '').replace(',', '.') : undefined;
};

const canonical = (spelled: string): Result<string, ValueProblem> => {
  const [mantissa = ''] = spelled.split(/e/i);
  const digits = mantissa.replaceAll(/\D/g, '').replace(/^0+/, '');
  const significant = mantissa.includes('.') ? digits.replace(/0+$/, '') : digits;
  const number = Number(spelled);
  const isExact = significant.length <= MOST_DIGITS && Math.abs(number) < 10 ** MOST_DIGITS;
  // Adding zero makes minus zero zero.
  return isExact ? succeed(String(number + 0)) : refuse('number_too_long');
};
