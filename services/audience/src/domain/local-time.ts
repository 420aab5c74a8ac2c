/** Everybody is mailed when clocks where they are show `at`. */
export interface LocalTime {
  /** To the minute: `2026-12-01T09:00`. */
  readonly at: string;
  /** The field of contacts that holds the IANA name of their time zone. */
  readonly field: string;
  /** The zone of those whose field is empty or names none. */
  readonly otherwise: string;
}

/** Tells when somebody in a zone may be mailed; `undefined` for what names none. */
export type DepartureOf = (zone: string | undefined) => string | undefined;

/** How many texts that name no zone are remembered: fields may hold anything. */
const MOST_UNKNOWN = 1_000;

/** A function that knows the moment of every zone once it has been asked: there are fewer than fifty, whatever people write. */
export const makeDepartureOf = (at: string): DepartureOf => {
  const known = new Map<string, string>();
  const unknown = new Set<string>();
  return (zone) => {
    const name = zone?.trim().toLowerCase() ?? '';
    const remembered = known.get(name);
    if (remembered !== undefined || unknown.has(name)) return remembered;
    const moment = momentIn(name, at);
    if (moment !== undefined) known.set(name, moment);
    else if (unknown.size < MOST_UNKNOWN) unknown.add(name);
    return moment;
  };
};

/** Names begin with a letter: `+09:00` is the distance of a clock from UTC today, and nobody's zone. */
const NAME = /^[a-z][a-z0-9_+/-]{0,63}$/i;

const formatIn = (zone: string): Intl.DateTimeFormat | undefined => {
  if (!NAME.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
};

/** The zone that a text names, spelled as zones are. */
export const zoneNamed = (text: string): string | undefined => formatIn(text.trim())?.resolvedOptions().timeZone;

const MINUTE = 60_000;
/** Further than any clock is from UTC, and so short that no zone changes its clocks twice within two of them. */
const DAY = 24 * 60 * MINUTE;

/**
 * The first moment at which clocks in a zone show this or later: where they are put forward over it, the moment they are; where they show it twice,
 * the first time.
 */
export const momentIn = (zone: string, at: string): string | undefined => {
  const format = formatIn(zone);
  if (format === undefined) return undefined;
  const shown = Date.parse(`${at}Z`);
  const offsetAt = (moment: number): number => offsetIn(format, moment);
  const [before, after] = [offsetAt(shown - DAY), offsetAt(shown + DAY)];
  const found = [shown - before, shown - after].toSorted((one, other) => one - other);
  const moment = found.find((each) => each + offsetAt(each) === shown) ?? changeIn(offsetAt, found);
  return new Date(moment).toISOString();
};

/** The minute from which on a clock has another offset than at the first of two moments. */
const changeIn = (offsetAt: (moment: number) => number, [first = 0, last = 0]: readonly number[]): number => {
  const offset = offsetAt(first);
  let [from, to] = [first, last];
  while (to - from > MINUTE) {
    const middle = from + Math.floor((to - from) / (2 * MINUTE)) * MINUTE;
    if (offsetAt(middle) === offset) from = middle;
    else to = middle;
  }
  return to;
};

/** `GMT`, `GMT-03:30`, and for the clocks of long ago `GMT-00:43:08`. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** How far clocks are ahead of UTC at a moment, in milliseconds. */
const offsetIn = (format: Intl.DateTimeFormat, moment: number): number => {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(format.format(moment)) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1_000;
  return sign === '-' ? -ahead : ahead;
};
