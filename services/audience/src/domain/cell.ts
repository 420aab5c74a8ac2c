/** What Excel shows instead of a value that it cannot work out, such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** What a sheet may hold in one place. */
export type Cell = string | number | boolean | Date | CellError;

/** A row of a sheet. Where nothing stands there is a hole, or an empty text. */
export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** Excel calculates with 15 digits and shows no more. */
const SHOWN_DIGITS = 15;
/** Excel's day 0 and 1: a cell that holds a time of day and no date. */
const FIRST_DAYS = new Date(Date.UTC(1900, 0, 2)).getTime();
const DAY_MS = 86_400_000;
const KEPT_DAYS = 10_000;
/** Control characters but the line break and the tab. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;
const HAS_CONTROLS = /[^\P{Cc}\n\t]/u;
/** What there is nothing to do about: most texts. */
const PLAIN = /^[ -~]*$/;

export const isError = (cell: Cell | undefined): cell is CellError => typeof cell === 'object' && 'error' in cell;

/** The text of a cell as people see it. Dates are ISO, because nobody can tell which country's custom a reader expects. */
export const shown = (cell: Cell | undefined): string => {
  if (cell === undefined || isError(cell)) return '';
  if (typeof cell === 'string') return shownText(cell);
  if (typeof cell === 'number') return shownNumber(cell);
  return typeof cell === 'boolean' ? shownTruth(cell) : shownDate(cell);
};

const shownText = (text: string): string => {
  if (PLAIN.test(text)) return text.trim();
  const normal = text.toWellFormed().normalize('NFC');
  return (HAS_CONTROLS.test(normal) ? normal.replaceAll('\r\n', '\n').replaceAll(CONTROLS, '') : normal).trim();
};

/** A text of so few letters has no more digits. */
const shownNumber = (number: number): string => {
  const text = String(number);
  return text.length <= SHOWN_DIGITS ? text : String(Number(number.toPrecision(SHOWN_DIGITS)));
};

const shownTruth = (isTrue: boolean): string => (isTrue ? 'TRUE' : 'FALSE');

/** Whole minutes: a cell's time of day is a fraction of a day, which no fraction of a second survives. */
const shownDate = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const wholeDay = date.getTime() / DAY_MS;
  return Number.isInteger(wholeDay) && date.getTime() >= FIRST_DAYS ? days.shown(wholeDay) : shownTime(date);
};

const shownTime = (date: Date): string => {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().split('T');
  const minutes = time.slice(0, 5);
  if (date.getTime() < FIRST_DAYS) return minutes;
  return minutes === '00:00' ? day : `${day} ${minutes}`;
};

/** Days as they are shown. The same few come again and again. */
class Days {
  #shown = new Map<number, string>();

  shown(day: number): string {
    const known = this.#shown.get(day);
    if (known !== undefined) return known;
    if (this.#shown.size >= KEPT_DAYS) this.#shown = new Map();
    const [text = ''] = new Date(day * DAY_MS).toISOString().split('T');
    this.#shown.set(day, text);
    return text;
  }
}

const days = new Days();
