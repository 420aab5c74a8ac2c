/** What a sheet may hold in one place. */
export type Cell = string | number | boolean | Date | null;

/** A sheet of a workbook, or a whole CSV file. Rows stand where they stand in the file: the first is row 1. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel calculates with 15 digits and shows no more. */
const SHOWN_DIGITS = 15;
/** Excel's day 0 and 1: a cell that holds a time of day and no date. */
const FIRST_DAYS = new Date(Date.UTC(1900, 0, 2)).getTime();
/** Control characters but the line break and the tab. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** The text of a cell as people see it. Dates are ISO, because nobody can tell which country's custom a reader expects. */
export const shown = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SHOWN_DIGITS)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return shownDate(cell);
  return cell.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll(CONTROLS, '').trim();
};

/** Whole minutes: a cell's time of day is a fraction of a day, which no fraction of a second survives. */
const shownDate = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().split('T');
  const minutes = time.slice(0, 5);
  if (date.getTime() < FIRST_DAYS) return minutes;
  return minutes === '00:00' ? day : `${day} ${minutes}`;
};
