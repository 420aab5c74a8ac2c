const WORDS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const AGO = /^(\d{1,5}) (day|week|month|year)s? ago$/;
const AHEAD = /^in (\d{1,5}) (day|week|month|year)s?$/;

/** Reads "30 days ago", "in 2 weeks", "today": days as they lie from an instant, in UTC. `undefined` for any other text. */
export const relativeDay = (text: string, now: Date): string | undefined => {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const word = WORDS.get(plain);
  if (word !== undefined) return shifted(now, 'day', word);
  const [, past, pastUnit] = AGO.exec(plain) ?? [];
  if (pastUnit !== undefined) return shifted(now, pastUnit, -Number(past));
  const [, ahead, unit] = AHEAD.exec(plain) ?? [];
  return unit === undefined ? undefined : shifted(now, unit, Number(ahead));
};

const shifted = (now: Date, unit: string, count: number): string | undefined => {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const months = unit === 'year' ? count * 12 : count;
  const moved =
    unit === 'day' || unit === 'week'
      ? new Date(Date.UTC(year, month, day + count * (unit === 'week' ? 7 : 1)))
      : // The 31st of a month that has 30 days is its last.
        new Date(Date.UTC(year, month + months, Math.min(day, daysIn(year, month + months))));
  const isWritable = moved.getUTCFullYear() >= 1 && moved.getUTCFullYear() <= 9_999;
  return isWritable ? moved.toISOString().slice(0, 10) : undefined;
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
