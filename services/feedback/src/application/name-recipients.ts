import type { Person } from '../domain/recipient-lines.ts';
import { inParallel } from './in-parallel.ts';
import type { FrozenSnapshots } from './run-export/ports.ts';

interface Place {
  readonly chunk: number;
  readonly offset: number;
}

type Named<Of extends Place> = Of & { readonly person?: Person };
export type NameRecipients = <Of extends Place>(runId: string, places: readonly Of[]) => Promise<readonly Named<Of>[]>;

/** Chunks that are read at the same time: each is some hundred KB when it is unzipped. */
const AT_ONCE = 8;

/** Says who stood at some places of a snapshot. Where that cannot be read, or is kept no more, the place is all that is known. */
export const makeNameRecipients =
  (snapshots: FrozenSnapshots): NameRecipients =>
  async (runId, places) => {
    const people = places.length === 0 ? undefined : await snapshots.find(runId);
    if (people === undefined) return places;

    const byChunk = Map.groupBy(places, ({ chunk }) => chunk);
    const named = await inParallel([...byChunk], AT_ONCE, async ([chunk, some]) => {
      const found = await people.pick(
        chunk,
        some.map(({ offset }) => offset),
      );
      return some.map((place) => {
        const person = found.get(place.offset);
        return { ...place, ...(person && { person }) };
      });
    });
    return named.flat();
  };
