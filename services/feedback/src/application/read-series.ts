import type { OutcomeKind } from '../domain/outcome.ts';
import { seriesKinds } from '../domain/series.ts';
import { type CountedCell, grids, seriesOf } from '../domain/time-cells.ts';
import type { Clock, OutcomeTimes, Runs } from './ports.ts';

/** By the name of what is shown, in the order of time. */
export type Series = ReadonlyMap<string, readonly CountedCell[]>;

/** What happened to the mails of a run over time; undefined if nobody has told us of it. */
export type ReadSeries = (runId: string, finest: number) => Promise<Series | undefined>;

interface Needs {
  readonly times: OutcomeTimes;
  readonly runs: Pick<Runs, 'find'>;
  readonly clock: Clock;
}

/** How old an answer may be: of ten million recipients ten thousand bitmaps are read for it. */
const FRESH_MS = 5_000;
const KEPT = 20;
/** Nobody looks at more points; a run of a day by the minute has as many. */
const MOST_POINTS = 1_500;

export const makeReadSeries = ({ times, runs, clock }: Needs): ReadSeries => {
  const recent = new Map<string, { readonly readAt: number; readonly series: Series | undefined }>();

  return async (runId, finest) => {
    const now = clock.now().getTime();
    const known = recent.get(`${finest} ${runId}`);
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.series;

    const [counted, run] = await Promise.all([times.of(runId), runs.find(runId)]);
    const isUnknown = run === undefined && [...counted.values()].every((cells) => cells.length === 0);
    const series = isUnknown ? undefined : inFewPoints(counted, finest);
    if (recent.size >= KEPT) recent.clear();
    recent.set(`${finest} ${runId}`, { readAt: now, series });
    return series;
  };
};

/** As fine as was asked, unless that were too many points. */
const inFewPoints = (counted: ReadonlyMap<OutcomeKind, readonly CountedCell[]>, finest: number): Series => {
  const series = new Map(
    Object.entries(seriesKinds).map(([name, kinds]) => [
      name,
      seriesOf(
        kinds.flatMap((kind) => counted.get(kind) ?? []),
        finest,
      ),
    ]),
  );
  const coarser = grids.find((minutes) => minutes > finest);
  const isTooLong = [...series.values()].some((points) => points.length > MOST_POINTS);
  return isTooLong && coarser !== undefined ? inFewPoints(counted, coarser) : series;
};
