/** Chunks that may go out together: those from `firstChunk` to that of the next departure, from a moment on. */
export interface Departure {
  readonly firstChunk: number;
  readonly recipients: number;
  readonly notBefore: Date;
}

/** In their order; without any, all chunks may go out at once. */
export type Departures = readonly Departure[];

const ahead = (departures: Departures, now: Date): Departures => departures.filter(({ notBefore }) => notBefore > now);

/** The chunks that no wave may reach by now, at which a later one begins anew. */
export const stopsAhead = (departures: Departures, now: Date): readonly number[] =>
  ahead(departures, now).map(({ firstChunk }) => firstChunk);

/** How many chunks, from the first on, may go out by now. */
export const chunksDue = (departures: Departures, chunks: number, now: Date): number =>
  Math.min(chunks, ...stopsAhead(departures, now));

/** How far a run has come with its chunks. */
interface Planned {
  readonly chunks: number;
  readonly next: number;
  readonly again: readonly number[];
  readonly open?: { readonly final: boolean; readonly chunks: readonly number[] };
}

/** When the run goes on that has released all that may go out by now, and has more. */
export const nextDeparture = (
  { chunks, next, again }: Planned,
  departures: Departures,
  now: Date,
): Date | undefined => {
  if (again.length > 0 || next >= chunks || next < chunksDue(departures, chunks, now)) return undefined;
  const moments = ahead(departures, now).map(({ notBefore }) => notBefore.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
};

/** A departure as a person sees it. */
export interface DepartureProgress {
  readonly notBefore: Date;
  readonly recipients: number;
  readonly state: 'waiting' | 'due' | 'gone';
}

/** How far a run is with its departures. Chunks that a hold stopped have not gone. */
export const progressOf = (departures: Departures, plan: Planned, now: Date): readonly DepartureProgress[] => {
  const underWay = [...plan.again, ...(plan.open?.final ? [] : (plan.open?.chunks ?? []))];
  return departures.map(({ firstChunk, recipients, notBefore }, n) => {
    const end = departures[n + 1]?.firstChunk ?? plan.chunks;
    const isGone = plan.next >= end && !underWay.some((chunk) => chunk >= firstChunk && chunk < end);
    const early = notBefore > now ? 'waiting' : 'due';
    return { notBefore, recipients, state: isGone ? 'gone' : early };
  });
};
