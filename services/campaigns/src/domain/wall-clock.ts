/** What a clock on the wall of a time zone shows. */
export interface WallClock {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
  /** Midnight of its day, as if the zone were UTC. */
  readonly dayMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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

/** What the clock of a zone shows at a moment, as if the zone were UTC. */
const shownMs = (timeZone: string, at: Date): number => {
  const parts = formatterFor(timeZone).formatToParts(at);
  const number = (wanted: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'));
};

export const wallClock = (timeZone: string, at: Date): WallClock => {
  const ms = shownMs(timeZone, at);
  const dayMs = Math.floor(ms / DAY_MS) * DAY_MS;
  return { weekday: new Date(dayMs).getUTCDay(), minute: (ms - dayMs) / MINUTE_MS, dayMs };
};

/**
 * Between which moments the clock of a zone comes to show a time: mostly one and the same. Where it is put back, the time comes
 * twice; where it is put forward, the time may be left out, and comes to pass somewhere between the two.
 */
export const momentsOf = (
  timeZone: string,
  { dayMs, minute }: Pick<WallClock, 'dayMs' | 'minute'>,
): { readonly first: Date; readonly last: Date } => {
  const asUtc = dayMs + minute * MINUTE_MS;
  const offsets = [-DAY_MS, DAY_MS].map((ms) => {
    const near = Math.floor((asUtc + ms) / MINUTE_MS) * MINUTE_MS;
    return shownMs(timeZone, new Date(near)) - near;
  });
  const moments = offsets.map((offset) => asUtc - offset);
  return { first: new Date(Math.min(...moments)), last: new Date(Math.max(...moments)) };
};
