/** A stretch of time on a fixed grid. Each grid is cut out of the next, so of two cells one holds the other or they have nothing in common. */
export interface Cell {
  /** Minutes since 1970. */
  readonly start: number;
  /** How long, in minutes: one of {@link grids}. */
  readonly minutes: number;
}

/** So many in a cell. */
export interface CountedCell extends Cell {
  readonly count: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes since 1970. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / 60_000);

export const grids = [1, 10, HOUR, DAY / 2, DAY, 7 * DAY] as const;

/** How soon after the first of a bitmap something must happen for its time to be kept so exactly. */
const keptFor = [
  { minutes: 1, within: 10 },
  { minutes: 10, within: HOUR },
  { minutes: HOUR, within: 8 * HOUR },
  { minutes: DAY / 2, within: 2 * DAY },
  { minutes: DAY, within: 7 * DAY },
] as const;
const LONGEST = 7 * DAY;

const cellAt = (minute: number, minutes: number): Cell => ({ start: minute - (minute % minutes), minutes });

/**
 * The cell of a minute in a bitmap of which something first happened at another. The later, the longer: mails of a bitmap go out within
 * minutes, people open them for weeks, so a few dozen cells hold any bitmap.
 */
const cellOf = (minute: number, { first, finest }: { readonly first: number; readonly finest: number }): Cell => {
  const kept = keptFor.find(({ within }) => minute - first < within);
  return cellAt(minute, Math.max(finest, kept?.minutes ?? LONGEST));
};

/** The counts with these minutes too, each once, and none more exactly than it is known. */
export const countingTimes = (
  counted: readonly CountedCell[],
  minutes: readonly number[],
  finest = 1,
): readonly CountedCell[] => {
  const times = new Map<number, number>();
  for (const minute of minutes) times.set(minute, (times.get(minute) ?? 0) + 1);
  const first = Math.min(...counted.map(({ start }) => start), ...times.keys());
  const added = [...times].map(([minute, count]) => ({ ...cellOf(minute, { first, finest }), count }));
  return summed([...counted, ...added]);
};

/** Counts of many bitmaps as one series, in order: where some are kept less exactly, the others are summed up to them. */
export const seriesOf = (counted: readonly CountedCell[], finest: number): readonly CountedCell[] => {
  const cells = new Map(counted.map((cell) => [nameOf(cell), cell]));
  const widest = (cell: Cell): Cell =>
    grids
      .filter((minutes) => minutes >= Math.max(cell.minutes, finest))
      .map((minutes) => cellAt(cell.start, minutes))
      .findLast((wider) => wider.minutes === finest || cells.has(nameOf(wider))) ?? cell;
  return summed(counted.map((cell) => ({ ...widest(cell), count: cell.count }))).toSorted((a, b) => a.start - b.start);
};

const nameOf = ({ start, minutes }: Cell): string => `${start}/${minutes}`;

const summed = (cells: readonly CountedCell[]): readonly CountedCell[] => {
  const sums = new Map<string, CountedCell>();
  for (const cell of cells) {
    const name = nameOf(cell);
    sums.set(name, { ...cell, count: cell.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()];
};
