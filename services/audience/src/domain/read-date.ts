import { clockOf, TIME_OF_DAY } from './read-clock.ts';
import { type Result, refuse, succeed } from './result.ts';
import type { Customs, ValueProblem } from './value-problem.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = 64;
const PLAIN = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:\.|일)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4})\.?$/;
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4})$/i;
const NAMED_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;

/**
 * Reads a date: a day stays a day, `2026-11-22`; with a time of day it is an instant, taken for UTC where nothing else is said.
 * Years have four digits. Of `03/04/2026` nobody can tell which is the month, so it is refused unless somebody says.
 */
export const readDate = (text: string, customs: Customs = {}): Result<string, ValueProblem> => {
  if (text.length > LONGEST) return refuse('date_malformed');
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const [, year, month, day] = PLAIN.exec(plain) ?? [];
  if (year !== undefined) return dayText({ year: Number(year), month: Number(month), day: Number(day) });

  const time = TIME_OF_DAY.exec(plain);
  const date = readDay(time === null ? plain : plain.slice(0, time.index).trim(), customs);
  if (!date.ok) return date;
  const written = dayText(date.value);
  return time === null || !written.ok ? written : instant(written.value, time);
};

const readDay = (text: string, customs: Customs): Result<Day, ValueProblem> => {
  const first = YEAR_FIRST.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (first !== null) return succeed({ year: Number(first[1]), month: Number(first[2]), day: Number(first[3]) });
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(last, customs);
  const named = DAY_NAMED.exec(text);
  if (named !== null) return withMonth(named[2], { day: Number(named[1]), year: Number(named[3]) });
  const leading = NAMED_DAY.exec(text);
  if (leading !== null) return withMonth(leading[1], { day: Number(leading[2]), year: Number(leading[3]) });
  return refuse('date_malformed');
};

/** With points the day comes first wherever dates are written so: what is said of 03/04/2026 is not said of them. */
const yearLast = ([, one, mark, other, last]: RegExpExecArray, { dates }: Customs): Result<Day, ValueProblem> => {
  const [first, second, year] = [Number(one), Number(other), Number(last)];
  const dayFirst = succeed({ year, month: second, day: first });
  const monthFirst = succeed({ year, month: first, day: second });
  if (mark === '.' || dates === 'day_first') return dayFirst;
  if (dates === 'month_first') return monthFirst;
  if (first > 12 || first === second) return dayFirst;
  return second > 12 ? monthFirst : refuse('date_ambiguous');
};

const withMonth = (name: string | undefined, rest: Omit<Day, 'month'>): Result<Day, ValueProblem> => {
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? refuse('date_malformed') : succeed({ ...rest, month });
};

const dayText = ({ year, month, day }: Day): Result<string, ValueProblem> => {
  const days = month < 1 || month > 12 ? 0 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (day < 1 || day > days || year < 1) return refuse('date_impossible');
  return succeed([String(year).padStart(4, '0'), two(month), two(day)].join('-'));
};

const two = (number: number): string => String(number).padStart(2, '0');

const instant = (day: string, time: RegExpExecArray): Result<string, ValueProblem> => {
  const clock = clockOf(time);
  const at = new Date(`${day}T${clock}`);
  return Number.isNaN(at.getTime()) ? refuse('date_impossible') : succeed(at.toISOString());
};
