import { useMemo } from 'react';
import { useLanguage } from './language/use-language.ts';

/** How figures and times are written in the language that the person reads. Times are those of the person's own clock unless a zone is named. */
export const formatsFor = (language: string) => {
  const count = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const fineShare = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 3 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const wall = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    count: (value: number) => count.format(value),
    /** Of a fraction: 0.123 → 12.3 %. Small ones keep more digits, since 0.08 % is a limit of ours. */
    share: (value: number) => (Math.abs(value) < 0.01 && value !== 0 ? fineShare : share).format(value),
    moment: (at: string | Date) => moment.format(new Date(at)),
    /** What a clock on a wall shows, wherever it hangs: "2026-12-01T09:00". */
    wall: (shown: string) => wall.format(new Date(`${shown}Z`)),
    day: (at: string | Date) => day.format(new Date(at)),
    ago: (at: string | Date, now = new Date()) => writeAgo(relative, (new Date(at).getTime() - now.getTime()) / 1_000),
    duration: (seconds: number) => writeDuration(language, seconds),
    bytes: (bytes: number) => writeBytes(language, bytes),
    dollars: (dollars: number) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(dollars),
  };
};

export const useFormats = () => {
  const language = useLanguage();
  return useMemo(() => formatsFor(language), [language]);
};

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

const writeAgo = (relative: Intl.RelativeTimeFormat, seconds: number): string => {
  const step = STEPS.find((one) => Math.abs(seconds) >= one.seconds);
  return step
    ? relative.format(Math.round(seconds / step.seconds), step.unit)
    : relative.format(Math.round(seconds), 'second');
};

/** The two largest units: 2 hr 5 min. */
const writeDuration = (language: string, seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [...STEPS, { unit: 'second', seconds: 1 } as const]
    .map(({ unit, seconds: length }, n, steps) => ({
      unit,
      value: Math.floor((n === 0 ? whole : whole % (steps[n - 1]?.seconds ?? 1)) / length),
    }))
    .filter(({ value }) => value > 0)
    .slice(0, 2);
  const written = parts.map(({ unit, value }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
  );
  return written.length > 0
    ? written.join(' ')
    : new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(0);
};

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const writeBytes = (language: string, bytes: number): string => {
  const power = Math.min(SIZES.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const unit = SIZES[power] ?? 'byte';
  // The short form of a byte is "byte", however many there are.
  const unitDisplay = power === 0 ? 'long' : 'short';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(
    bytes / 1_000 ** power,
  );
};
