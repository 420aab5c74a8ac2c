const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** As the time zone database writes them: no offsets, which know nothing of summer. */
const IANA = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
};

export const isTimeZone = (timeZone: string): boolean => {
  if (!IANA.test(timeZone)) return false;
  try {
    return formatterFor(timeZone) !== undefined;
  } catch {
    return false;
  }
};

/** What the clock of a zone shows at a moment, to the minute, as if the zone were UTC. */
const shownMs = (timeZone: string, at: number): number => {
  const parts = formatterFor(timeZone).formatToParts(at);
  const number = (wanted: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'));
};

/** Midnight of the day that the calendar of a zone shows at a moment, as if the zone were UTC. */
export const dayIn = (timeZone: string, at: Date): number =>
  Math.floor(shownMs(timeZone, at.getTime()) / DAY_MS) * DAY_MS;

/**
 * The first moment at which the clock of a zone shows a time, or a later one: where the clock is put forward, a time may be left
 * out; where it is put back, the time comes twice.
 * @param shown the time, as if the zone were UTC
 */
export const momentOf = (timeZone: string, shown: number): Date => {
  const moments = [-DAY_MS, DAY_MS].map((away) => shown - (shownMs(timeZone, shown + away) - shown - away));
  let before = Math.min(...moments);
  let until = Math.max(...moments);
  if (shownMs(timeZone, before) >= shown) return new Date(before);
  while (until - before > MINUTE_MS) {
    const middle = before + Math.floor((until - before) / 2 / MINUTE_MS) * MINUTE_MS;
    if (shownMs(timeZone, middle) >= shown) until = middle;
    else before = middle;
  }
  return new Date(until);
};
