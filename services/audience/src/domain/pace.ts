import type { Progress } from './import.ts';

/** How fast an import goes, and how long what it is doing will take. */
export interface Pace {
  /** Rows read, or contacts written. */
  readonly perSecond: number;
  readonly remainingSeconds: number;
}

/** The pace of reading or of writing; `undefined` as long as it cannot be told. */
export const paceOf = (progress: Progress, written: number, now: Date): Pace | undefined => {
  if (progress.status === 'parsing') return progress.soFar && readingPace(progress.soFar);
  if (progress.status !== 'writing' || progress.since === undefined) return undefined;
  const { accepted } = progress.reading.tally;
  return pace({ seconds: secondsBetween(progress.since, now), things: written, share: written / accepted });
};

const readingPace = ({ tally, fetched, toFetch, since, at }: SoFar): Pace | undefined =>
  pace({ seconds: secondsBetween(since, new Date(at)), things: tally.rows, share: fetched / toFetch });

type SoFar = NonNullable<Extract<Progress, { readonly status: 'parsing' }>['soFar']>;

interface Work {
  readonly seconds: number;
  readonly things: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
}

const pace = ({ seconds, things, share }: Work): Pace | undefined =>
  seconds <= 0 || !(share > 0)
    ? undefined
    : {
        perSecond: Math.round(things / seconds),
        remainingSeconds: Math.ceil(Math.max(0, seconds / share - seconds)),
      };

const secondsBetween = (from: string, to: Date): number => (to.getTime() - Date.parse(from)) / 1_000;
