import * as z from 'zod/mini';

/** In the order of a calendar's week. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When mails may go out; kept while it is switched off, so that nobody has to choose it again. */
export const WindowValues = z.object({
  isOn: z.boolean(),
  timeZone: z.string(),
  days: z.array(z.enum(WEEKDAYS)),
  from: z.string(),
  to: z.string(),
});
export type WindowValues = z.infer<typeof WindowValues>;

export const usualWindow: WindowValues = {
  isOn: false,
  timeZone: '',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '18:00',
};

export interface SendWindow {
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

export const toWindowValues = (window: SendWindow | undefined): WindowValues =>
  window === undefined ? usualWindow : { ...window, days: inWeek(window.days), isOn: true };

/** Days in the order of the week, whatever order they were chosen in. */
export const inWeek = (days: readonly string[]): Weekday[] => WEEKDAYS.filter((day) => days.includes(day));

/** The window as it is saved; a zone that nobody has chosen is that of whoever plans. */
export const toWindow = ({ isOn, timeZone, days, from, to }: WindowValues, ownZone: string) =>
  isOn ? { window: { timeZone: timeZone === '' ? ownZone : timeZone, days: inWeek(days), from, to } } : {};

export type WindowFlaw = 'window_days' | 'window_times';

export const windowFlaw = ({ isOn, days, from, to }: WindowValues): WindowFlaw | undefined => {
  if (!isOn) return undefined;
  if (days.length === 0) return 'window_days';
  return from < to ? undefined : 'window_times';
};

const HALF_HOURS = Array.from(
  { length: 49 },
  (_, n) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`,
);

/** Times to choose from, and one that somebody has set elsewhere. */
export const timesWith = (chosen: string, part: 'from' | 'to'): readonly string[] =>
  [...new Set([...(part === 'from' ? HALF_HOURS.slice(0, -1) : HALF_HOURS.slice(1)), chosen])].sort();
