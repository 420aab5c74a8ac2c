type Cell = string | number;

/** A table whose first column is text and whose others are figures. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, n) => Math.max(3, ...lines.map((line) => line[n]?.length ?? 0)));
  const pad = (text: string, n: number) => (n === 0 ? text.padEnd(widths[n] ?? 0) : text.padStart(widths[n] ?? 0));
  const [first = '', ...others] = lines.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [first, `| ${rule.join(' | ')} |`, ...others].join('\n');
};

export const list = (points: readonly string[]): string => points.map((point) => `- ${point}`).join('\n');

const SIGNIFICANT = 2;

/** A figure that a small change somewhere does not change: two digits are all that an estimate has. */
export const figure = (value: number): string => {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(SIGNIFICANT));
  return Math.abs(rounded) >= 100 ? grouped(Math.round(rounded)) : String(rounded);
};

/** A number that is known exactly. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** As money. What rounds to nothing is written so. */
export const money = (dollars: number): string => {
  if (dollars > 0 && dollars < 0.005) return '< 0.01';
  return dollars < 100 ? dollars.toFixed(2) : figure(dollars);
};

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const MINUTE = 60;
const HOUR = 3_600;

export const duration = (seconds: number): string => {
  if (seconds < 2 * MINUTE) return `${figure(seconds)} s`;
  return seconds < 2 * HOUR ? `${figure(seconds / MINUTE)} min` : `${figure(seconds / HOUR)} h`;
};

const KB = 1_024;

export const bytes = (size: number): string => {
  if (size < 10 * KB) return `${grouped(Math.round(size))} B`;
  return size < KB * KB ? `${figure(size / KB)} KB` : `${figure(size / KB / KB)} MB`;
};
