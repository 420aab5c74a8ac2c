import { positionOf } from '../../domain/shard.ts';
import { SomeAtOnce } from '../some-at-once.ts';
import type { FrozenRecipients, FrozenSnapshots, Mailing } from './ports.ts';

export type FindMailings = (contactId: string) => Promise<readonly Mailing[]>;

const RUNS_AT_ONCE = 12;

/**
 * Finds the runs whose recipients somebody is among, and where. Recipients are frozen in the order of their ids, so of a run of ten million
 * it takes about a dozen chunks to know; where people are mailed by the clock where they are, as many for every moment.
 */
export const makeFindMailings =
  (snapshots: FrozenSnapshots): FindMailings =>
  async (contactId) => {
    const found: Mailing[] = [];
    const looking = new SomeAtOnce(RUNS_AT_ONCE);
    for await (const runs of snapshots.runs()) {
      for (const runId of runs) {
        await looking.begin(async () => {
          const recipients = await snapshots.find(runId);
          const place = recipients && (await placeOf(recipients, contactId));
          if (place !== undefined) found.push({ runId, ...place });
        });
      }
    }
    await looking.end();
    return found.toSorted((one, other) => (one.runId < other.runId ? -1 : 1));
  };

type Place = Pick<Mailing, 'chunk' | 'offset'>;

const placeOf = async (recipients: FrozenRecipients, contactId: string): Promise<Place | undefined> => {
  for (const row of recipients.rows) {
    const place = await search(recipients, { row, from: 0, to: 1, looks: 0 }, contactId);
    if (place !== undefined) return place;
  }
  return undefined;
};

/** Chunks in the order of the ids in them, and between which ids they lie, as parts of all that are possible. */
interface Stretch {
  readonly row: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly looks: number;
}

/** Looks where the id should be, until a chunk spans it, or none is left. */
const search = async (
  recipients: FrozenRecipients,
  stretch: Stretch,
  contactId: string,
): Promise<Place | undefined> => {
  const { row, from, to } = stretch;
  const looks = stretch.looks + 1;
  const middle = guess(stretch, contactId);
  const chunk = row[middle];
  const rows = chunk === undefined ? undefined : await recipients.read(chunk);
  if (chunk === undefined || rows === undefined) return undefined;
  if (contactId < rows.firstId) {
    return search(recipients, { row: row.slice(0, middle), from, to: positionOf(rows.firstId), looks }, contactId);
  }
  if (contactId > rows.lastId) {
    return search(recipients, { row: row.slice(middle + 1), from: positionOf(rows.lastId), to, looks }, contactId);
  }
  const offset = rows.offsetOf(contactId);
  return offset === undefined ? undefined : { chunk, offset };
};

/** Ids are hashes, so they are spread evenly, and one look or two are enough; every third halves what is left, whatever they are. */
const guess = ({ row, from, to, looks }: Stretch, contactId: string): number => {
  if (looks % 3 === 2 || to <= from) return row.length >> 1;
  const part = (positionOf(contactId) - from) / (to - from);
  return Math.min(row.length - 1, Math.max(0, Math.floor(part * row.length)));
};
