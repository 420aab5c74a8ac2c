/** The time of day as it may follow a date, in twelve hours or twenty-four, and how far it is from UTC. */
export const TIME_OF_DAY =
  /(?:^|[T\s])\s*(?:(오전|오후|AM|PM)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(?:(AM|PM))?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** The time as ISO writes it after the T, in UTC where nothing else is said. An impossible one stays impossible. */
export const clockOf = (time: RegExpExecArray): string => {
  const [, before, hours, minutes, seconds = '00', fraction = '', after, zone = 'Z'] = time;
  const half = before ?? after;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), /^(?:pm|오후)$/i.test(half));
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}.${milliseconds}${offsetOf(zone)}`;
};

/** Twelve o'clock is the first hour of its half of the day. */
const hourOf = (hour: number, isAfternoon: boolean): number =>
  hour < 1 || hour > 12 ? Number.NaN : (hour % 12) + (isAfternoon ? 12 : 0);

const offsetOf = (zone: string): string => {
  const isPlain = zone.length === 5;
  return isPlain ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
};
