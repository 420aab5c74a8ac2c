const AGO = /^(\d{1,5}) days? ago$/;

/** A day as the builder shows it: one of the calendar, or so many days before whoever asks. */
export type DayValue = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'ago'; readonly days: string };

/** Reads what a rule says of a day; other words of the service ("in 2 weeks") stay a text of the calendar kind. */
export const readDay = (value: unknown): DayValue => {
  const text = typeof value === 'string' ? value.trim() : '';
  const days = AGO.exec(text)?.[1];
  return days === undefined ? { kind: 'day', day: text } : { kind: 'ago', days };
};

export const writeDay = (value: DayValue): string => {
  if (value.kind === 'day') return value.day;
  return value.days === '' ? '' : `${value.days} days ago`;
};

/** Whether a browser's date field can show it. */
export const isCalendarDay = (text: string): boolean => text === '' || /^\d{4}-\d\d-\d\d$/.test(text);
