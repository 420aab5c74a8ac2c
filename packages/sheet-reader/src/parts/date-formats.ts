/** Numbers of the formats for dates and times that every workbook has without saying so (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Literal texts, escaped and padding characters, colours, conditions and currencies; not elapsed times such as `[h]`. */
const NOT_A_PLACEHOLDER = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

export const isBuiltInDate = (format: number): boolean => BUILT_IN.has(format);

/** Whether a number format shows its number as a date or a time. */
export const isDateFormat = (code: string): boolean => {
  // The first section is the one for positive numbers, and no date is negative.
  const [positive = ''] = code.replaceAll(NOT_A_PLACEHOLDER, '').split(';');
  return /[ymdhse]/i.test(positive.replaceAll(/general/gi, '').replaceAll(/e[+-]/gi, ''));
};

const DAY_MS = 86_400_000;
/** Day 25,569 of the calendar that begins in 1900 is 1 January 1970; the one that begins in 1904 is 1,462 days behind. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** The calendar of 1900 has a 29 February that never was, so that what comes before it is a day off. */
const MISSING_DAY = 60;
/** 31 December 9999, the last day that Excel shows. */
const LAST_DAY = 2_958_466;

/** The instant of a serial number; the number itself where Excel shows no date either. */
export const dateOf = (serial: number, is1904: boolean): Date | number => {
  if (!(serial >= 0 && serial < LAST_DAY - (is1904 ? EPOCH_1900 - EPOCH_1904 : 0))) return serial;
  const days = is1904 ? serial - EPOCH_1904 : serial - EPOCH_1900 + (serial < MISSING_DAY ? 1 : 0);
  return new Date(Math.round(days * DAY_MS));
};
