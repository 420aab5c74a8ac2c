import type { Outcome } from '../outcome.ts';
import { make } from './dom.ts';

type Words = readonly [word: string, tone: string];

const outcomeWords: Readonly<Record<string, Words>> = {
  delivered: ['Delivered', 'good'],
  delayed: ['Delayed', 'warning'],
  bounced: ['Bounced', 'bad'],
  soft_bounced: ['Soft bounce', 'warning'],
  complained: ['Complained', 'bad'],
  opened: ['Opened', 'lively'],
  clicked: ['Clicked', 'lively'],
  rejected: ['Rejected', 'bad'],
} satisfies Readonly<Record<Outcome, Words>>;

export const badges = (outcomes: readonly string[]): readonly HTMLElement[] =>
  outcomes.map((outcome) => {
    const [word, tone] = outcomeWords[outcome] ?? [outcome, 'plain'];
    return make('span', { className: `badge ${tone}` }, word);
  });

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const exact = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});
const number = new Intl.NumberFormat();

export const count = (value: number): string => number.format(value);

export const longTime = (at: string): string => full.format(new Date(at));

/** The time of today, the day of any other. */
export const shortTime = (at: string): string => {
  const date = new Date(at);
  return date.toDateString() === new Date().toDateString() ? clock.format(date) : day.format(date);
};

export const exactTime = (at: string): string => exact.format(new Date(at));

export const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
