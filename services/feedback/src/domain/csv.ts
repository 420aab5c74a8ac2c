/** What a CSV file begins with by which Excel reads it in the right encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of a CSV file. A text that a spreadsheet would take for a formula, in East Asia also one with full-width signs, is given an apostrophe. */
export const csvLine = (values: readonly string[]): string => `${values.map(csvValue).join(',')}\r\n`;

const csvValue = (value: string): string => {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;
