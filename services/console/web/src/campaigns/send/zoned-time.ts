/** What a clock on a wall shows, as a form writes it: "2026-12-01T09:00". */
export type WallTime = string;

const WALL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})/;

const partsOf = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);

/** What the clocks of a zone show at a moment. */
export const wallTimeIn = (timeZone: string, at: Date): WallTime => {
  const parts = partsOf(at, timeZone);
  const of = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
};

const asUtc = (wall: WallTime): number | undefined => {
  const found = WALL.exec(wall);
  if (found === null) return undefined;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0);
};

const shownAsUtc = (timeZone: string, ms: number): number => asUtc(wallTimeIn(timeZone, new Date(ms))) ?? ms;

/** Further than any clock is from UTC, and so short that no zone changes its clocks twice within two of them. */
const DAY_MS = 86_400_000;

export type Moment =
  | { readonly kind: 'once'; readonly at: Date }
  /** Where clocks are put back, a time comes twice: the first of them is taken. */
  | { readonly kind: 'twice'; readonly at: Date }
  /** Where clocks are put forward, a time is left out: the first moment after the gap is taken. */
  | { readonly kind: 'skipped'; readonly at: Date }
  | { readonly kind: 'unreadable' };

/** The moment at which the clocks of a zone show a time. */
export const momentOf = (timeZone: string, wall: WallTime): Moment => {
  const wanted = asUtc(wall);
  if (wanted === undefined) return { kind: 'unreadable' };
  const offsets = [-DAY_MS, DAY_MS].map((near) => shownAsUtc(timeZone, wanted + near) - (wanted + near));
  const candidates = [...new Set(offsets.map((offset) => wanted - offset))].sort((a, b) => a - b);
  const fitting = candidates.filter((ms) => shownAsUtc(timeZone, ms) === wanted);
  const [first] = fitting;
  if (first !== undefined) return { kind: fitting.length > 1 ? 'twice' : 'once', at: new Date(first) };
  return { kind: 'skipped', at: new Date(changeBetween(timeZone, candidates)) };
};

const MINUTE_MS = 60_000;

/** The minute from which on the clocks of a zone have another offset than at the first of two moments. */
const changeBetween = (timeZone: string, [first = 0, last = first]: readonly number[]): number => {
  const offsetAt = (ms: number) => shownAsUtc(timeZone, ms) - ms;
  let [from, to] = [first, last];
  while (to - from > MINUTE_MS) {
    const middle = from + Math.floor((to - from) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (offsetAt(middle) === offsetAt(first)) from = middle;
    else to = middle;
  }
  return to;
};

/** Whether two zones show the same time at a moment, whatever they are called. */
export const agreeAt = (one: string, other: string, at: Date): boolean => wallTimeIn(one, at) === wallTimeIn(other, at);

/** The zone of the person's own clock. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** All zones that this browser knows, those that are asked for first. */
export const zonesWith = (first: readonly string[]): readonly string[] => [
  ...new Set([...first, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];
