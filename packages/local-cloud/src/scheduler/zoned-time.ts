const MINUTE_MS = 60_000;

const formatterFor = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

export const isTimeZone = (timeZone: string): boolean => {
  try {
    formatterFor(timeZone);
    return true;
  } catch {
    return false;
  }
};

/** How far a zone's wall clock is ahead of UTC at a moment. */
const offsetMs = (timeZone: string, ms: number): number => {
  const parts = Object.fromEntries(
    formatterFor(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(ms / 1_000) * 1_000;
};

/**
 * The moment at which a zone's wall clock shows a time.
 * Of a time that comes twice, the first; a time that is skipped means as long after the gap began.
 *
 * @example zonedTime('2030-01-31T09:00:00', 'Asia/Seoul') // 2030-01-31T00:00:00Z
 */
export const zonedTime = (wallTime: string, timeZone: string): number => {
  const asUtc = Date.parse(`${wallTime}Z`);
  const dayBefore = offsetMs(timeZone, asUtc - 24 * 60 * MINUTE_MS);
  const dayAfter = offsetMs(timeZone, asUtc + 24 * 60 * MINUTE_MS);
  const candidates = [asUtc - dayBefore, asUtc - dayAfter].sort((a, b) => a - b);
  const exact = candidates.find((ms) => ms + offsetMs(timeZone, ms) === asUtc);
  return exact ?? asUtc - dayBefore;
};
